import { type RefObject, useEffect, useReducer, useState } from 'react'
import { frame, type MediaView, panBy, plainView, rotate, type Size, zoomBy } from './media-view.ts'
import type { Box } from './regions.ts'
import { viewOf, viewsOf } from './view-memory.ts'

/** The view of one picture, kept per case while the app lives. */
export function useMediaView(sessionId: string, ref: string, stage: RefObject<HTMLElement | null>) {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const view = viewOf(sessionId, ref)

  const size = (): Size => ({ width: stage.current?.clientWidth ?? 0, height: stage.current?.clientHeight ?? 0 })
  const set = (change: (view: MediaView, stage: Size) => MediaView) => {
    viewsOf(sessionId).views.set(ref, change(viewOf(sessionId, ref), size()))
    redraw()
  }
  return {
    view,
    zoomIn: () => set((now, box) => zoomBy(now, 1.5, box)),
    zoomOut: () => set((now, box) => zoomBy(now, 1 / 1.5, box)),
    zoomAt: (factor: number, point: { x: number; y: number }) => set((now, box) => zoomBy(now, factor, box, point)),
    pan: (dx: number, dy: number) => set((now, box) => panBy(now, dx, dy, box)),
    turn: (quarters: 1 | -1) => set((now) => rotate(now, quarters)),
    mirror: () => set((now) => ({ ...now, mirrored: !now.mirrored })),
    light: (change: Partial<Pick<MediaView, 'brightness' | 'contrast'>>) => set((now) => ({ ...now, ...change })),
    /** Brings a part of the picture close. */
    frame: (box: Box, picture: Size) => set((_, stageSize) => frame(box, picture, stageSize)),
    reset: () => set(() => plainView),
  }
}

export type MediaViewControl = ReturnType<typeof useMediaView>

/** What gestures need of a view. */
type StageControl = Pick<MediaViewControl, 'zoomAt' | 'pan' | 'reset'> & { readonly view: Pick<MediaView, 'zoom'> }

/** Wheel, pinch, drag and double click on the stage. */
export function useStageGestures(stage: RefObject<HTMLElement | null>, control: StageControl) {
  const [pointers] = useState(() => new Map<number, { x: number; y: number }>())
  const { zoomAt } = control

  const fromMiddle = (x: number, y: number) => {
    const box = stage.current?.getBoundingClientRect()
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : { x: 0, y: 0 }
  }

  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    // React listens passively to wheels, where the page's own scrolling cannot be held back.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      zoomAt(Math.exp(-event.deltaY / 400), fromMiddle(event.clientX, event.clientY))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  })

  const spread = () => {
    const [one, two] = [...pointers.values()]
    return one && two ? Math.hypot(one.x - two.x, one.y - two.y) : 0
  }

  return {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    },
    onPointerMove: (event: React.PointerEvent) => {
      const before = pointers.get(event.pointerId)
      if (!before) return
      const apart = spread()
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (pointers.size >= 2 && apart > 0) zoomAt(spread() / apart, fromMiddle(event.clientX, event.clientY))
      else control.pan(event.clientX - before.x, event.clientY - before.y)
    },
    onPointerUp: (event: React.PointerEvent) => pointers.delete(event.pointerId),
    onPointerCancel: (event: React.PointerEvent) => pointers.delete(event.pointerId),
    onDoubleClick: (event: React.MouseEvent) => {
      if (control.view.zoom > 1) control.reset()
      else zoomAt(2.5, fromMiddle(event.clientX, event.clientY))
    },
  }
}
