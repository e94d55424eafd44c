import { type MediaView, panBy, plainView, rotate, type Size, zoomBy } from '../evidence/media-view.ts'

/** A movement has ended after so long without any; ms. Its end draws the pictures anew, so a hand's pause is none. */
const settlesAfter = 500

type Look = Pick<MediaView, 'zoom' | 'x' | 'y' | 'rotation'>

/** The transform of every pane, so that a picture turned on its side still fits. */
export function benchTransform(view: Look, pane: Size): string {
  const [width, height] = [Math.max(pane.width, 1), Math.max(pane.height, 1)]
  const fit = view.rotation % 180 === 0 ? 1 : Math.min(width / height, height / width)
  return `translate(${view.x}px, ${view.y}px) rotate(${view.rotation}deg) scale(${view.zoom * fit})`
}

/**
 * One transform for all panes of the bench. Moving writes it to every layer in one go, once a frame and past React, so
 * that no frame ever shows two panes at different transforms. Readers are told when a movement has ended.
 */
export function createSharedView(size: () => Size) {
  const layers = new Set<HTMLElement>()
  const listeners = new Set<() => void>()
  let view: MediaView = plainView
  let shown: MediaView = plainView
  let frame = 0
  let pane: Size = { width: 0, height: 0 }
  let ending: ReturnType<typeof setTimeout> | undefined

  const write = () => {
    const transform = benchTransform(view, pane)
    for (const layer of layers) layer.style.transform = transform
  }
  const tell = () => {
    shown = view
    for (const listener of listeners) listener()
  }
  const settle = () => {
    ending = undefined
    for (const layer of layers) layer.style.willChange = ''
    tell()
  }
  const move = (change: (view: MediaView, box: Size) => MediaView) => {
    view = change(view, pane)
    if (ending === undefined) for (const layer of layers) layer.style.willChange = 'transform'
    clearTimeout(ending)
    ending = setTimeout(settle, settlesAfter)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(write)
  }
  const jump = (change: (view: MediaView, box: Size) => MediaView) => {
    view = change(view, pane)
    write()
    tell()
  }

  return {
    /** The view now; `settled` is the one of the last ended movement. */
    get view() {
      return view
    },
    settled: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Puts an element under the shared transform. Fits `ref`. */
    layer: (element: HTMLElement | null) => {
      if (!element) return undefined
      layers.add(element)
      element.style.transform = benchTransform(view, pane)
      return () => {
        layers.delete(element)
      }
    },
    /** Measures the panes, for when they have another size, and writes the transform anew. */
    fit: () => {
      pane = size()
      write()
    },
    /** A pointer has come: whole pictures get their own layers now, so that the first movement does not wait for it. */
    ready: () => {
      if (view.zoom === 1) for (const layer of layers) layer.style.willChange = 'transform'
    },
    stop: () => {
      clearTimeout(ending)
      ending = undefined
      cancelAnimationFrame(frame)
    },
    zoomAt: (factor: number, point: { x: number; y: number }) => move((now, box) => zoomBy(now, factor, box, point)),
    pan: (dx: number, dy: number) => move((now, box) => panBy(now, dx, dy, box)),
    step: (dx: number, dy: number) => jump((now, box) => panBy(now, dx, dy, box)),
    zoom: (factor: number) => jump((now, box) => zoomBy(now, factor, box)),
    turn: (quarters: 1 | -1) => jump((now) => rotate(now, quarters)),
    reset: () => jump(() => plainView),
  }
}
export type SharedView = ReturnType<typeof createSharedView>
