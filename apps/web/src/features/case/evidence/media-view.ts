/** How one picture is looked at. `x` and `y` in CSS pixels from the middle, `rotation` in degrees. */
export interface MediaView {
  zoom: number
  x: number
  y: number
  rotation: 0 | 90 | 180 | 270
  mirrored: boolean
  brightness: number
  contrast: number
}

export const plainView: MediaView = { zoom: 1, x: 0, y: 0, rotation: 0, mirrored: false, brightness: 1, contrast: 1 }
export const maxZoom = 8

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)

export interface Size {
  width: number
  height: number
}

/** Keeps at least the middle of the picture inside the stage. */
function held(view: MediaView, stage: Size): MediaView {
  const [roomX, roomY] = [(stage.width * view.zoom) / 2, (stage.height * view.zoom) / 2]
  return view.zoom <= 1 ? { ...view, x: 0, y: 0 } : { ...view, x: between(-roomX, view.x, roomX), y: between(-roomY, view.y, roomY) }
}

/** Zooms by `factor` so that the point (from the middle of the stage) stays where it is. */
export function zoomBy(view: MediaView, factor: number, stage: Size, point = { x: 0, y: 0 }): MediaView {
  const zoom = between(1, Math.round(view.zoom * factor * 100) / 100, maxZoom)
  const ratio = zoom / view.zoom
  return held({ ...view, zoom, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio }, stage)
}

export function panBy(view: MediaView, dx: number, dy: number, stage: Size): MediaView {
  return held({ ...view, x: view.x + dx, y: view.y + dy }, stage)
}

/** Room that the stage keeps free around a picture, see `.picture`; CSS pixels. */
const [besides, above] = [40, 48]

/** Brings a part of the picture (0 to 1 of its size) to the middle, upright and as taken. */
export function frame(box: { x: number; y: number; width: number; height: number }, picture: Size, stage: Size): MediaView {
  const [width, height] = [Math.max(stage.width - besides, 1), Math.max(stage.height - above, 1)]
  const fit = Math.min(width / Math.max(picture.width, 1), height / Math.max(picture.height, 1))
  const [shownWidth, shownHeight] = [picture.width * fit, picture.height * fit]
  const wanted = 0.6 * Math.min(width / Math.max(box.width * shownWidth, 1), height / Math.max(box.height * shownHeight, 1))
  const zoom = Math.round(between(1, wanted, maxZoom / 2) * 100) / 100
  const from = (start: number, length: number) => start + length / 2 - 0.5
  return held(
    { ...plainView, zoom, x: -zoom * from(box.x, box.width) * shownWidth, y: -zoom * from(box.y, box.height) * shownHeight },
    stage,
  )
}

const turns = [0, 90, 180, 270] as const

export function rotate(view: MediaView, quarters: 1 | -1): MediaView {
  return { ...view, x: 0, y: 0, rotation: turns[(turns.indexOf(view.rotation) + quarters + 4) % 4] ?? 0 }
}

/** The scale that makes a picture turned on its side fit the stage as the upright one did. */
export function fitOf(view: MediaView, picture: Size | null, stage: Size): number {
  if (view.rotation % 180 === 0 || !picture || picture.width === 0 || picture.height === 0 || stage.width === 0) return 1
  const upright = Math.min(stage.width / picture.width, stage.height / picture.height)
  const turned = Math.min(stage.width / picture.height, stage.height / picture.width)
  return turned / upright
}

export function transformOf(view: MediaView, fit: number): string {
  const scale = view.zoom * fit
  return `translate(${view.x}px, ${view.y}px) rotate(${view.rotation}deg) scale(${view.mirrored ? -scale : scale}, ${scale})`
}

export function filterOf(view: MediaView): string | undefined {
  return view.brightness === 1 && view.contrast === 1 ? undefined : `brightness(${view.brightness}) contrast(${view.contrast})`
}
