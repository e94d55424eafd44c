import type { CaseWarning, SessionDetail } from '@verdict/contract/case'
import type { MediaItem } from '@verdict/contract/media'
import { type Fields, fieldsOf, isFields, mediaRefOf, numberOf, rowsOf } from '../model/json-shape.ts'
import type { Size } from './media-view.ts'

/** An area of a page that looks changed, as Didit gives it. Without a page size the unit is a pixel of the picture. */
export interface Region {
  page: number
  x: number
  y: number
  width: number
  height: number
  of: Size | null
  /** Warnings that speak of it. */
  warningIds: readonly string[]
}

/** Part of a page: 0 to 1 from its top left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const most = 50

function regionOf(fields: Fields): Omit<Region, 'warningIds'> | null {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => numberOf(fields[key]))
  if (x === null || y === null || width === null || height === null) return null
  if (x === undefined || y === undefined || width === undefined || height === undefined || width <= 0 || height <= 0) return null
  const [pageWidth, pageHeight] = [numberOf(fields['pageWidth']), numberOf(fields['pageHeight'])]
  const of = pageWidth !== null && pageHeight !== null && pageWidth > 0 && pageHeight > 0 ? { width: pageWidth, height: pageHeight } : null
  return { page: Math.max(1, Math.round(numberOf(fields['page']) ?? 1)), x, y, width, height, of }
}

const listIn = (fields: Fields): Fields[] => rowsOf(fields['manipulatedRegions']).concat(rowsOf(fields['regions']))

/** The areas in what a file says of itself. */
function inMetadata(metadata: unknown): Fields[] {
  const fields = fieldsOf(metadata)
  return [...listIn(fieldsOf(fields['overlayManipulation'])), ...listIn(fields)]
}

/** Pairs of a file and the areas that stand beside it, however deep in the data of a check. */
function besideFiles(value: unknown, depth = 0): { ref: string; rows: Fields[] }[] {
  if (depth > 6) return []
  if (Array.isArray(value)) return value.flatMap((item) => besideFiles(item, depth + 1))
  if (!isFields(value)) return []
  const rows = inMetadata(value['documentMetadata'])
  const refs = Object.values(value)
    .map(mediaRefOf)
    .filter((ref) => ref !== null)
  const here = rows.length > 0 ? refs.map((ref) => ({ ref, rows })) : []
  return [...here, ...Object.values(value).flatMap((inner) => besideFiles(inner, depth + 1))]
}

/** The file that a warning's areas lie on; null when it names none. */
export function markedMedia(session: SessionDetail, warning: CaseWarning): string | null {
  if (inMetadata(warning.details).length === 0) return null
  const run = session.sections.flatMap((section) => section.runs).find((found) => found.id === warning.runId)
  const own = session.media.filter((item) => item.runId !== null && item.runId === warning.runId)
  const marked = besideFiles(run?.data).find(({ ref }) => own.some((item) => item.ref === ref))
  return marked?.ref ?? own.find((item) => item.kind !== 'video')?.ref ?? null
}

const same = (one: Omit<Region, 'warningIds'>, two: Omit<Region, 'warningIds'>) =>
  one.page === two.page && one.x === two.x && one.y === two.y && one.width === two.width && one.height === two.height

/** Every area of a picture or file that looks changed, each once, in Didit's order. */
export function regionsOf(session: SessionDetail, item: MediaItem): Region[] {
  const found: Region[] = []
  const add = (fields: Fields, warningId: string | null) => {
    const region = regionOf(fields)
    if (!region || found.length >= most) return
    const ids = warningId === null ? [] : [warningId]
    const at = found.findIndex((known) => same(known, region))
    const known = found[at]
    if (known) found[at] = { ...known, warningIds: [...known.warningIds, ...ids] }
    else found.push({ ...region, warningIds: ids })
  }
  for (const run of session.sections.flatMap((section) => section.runs)) {
    for (const { ref, rows } of besideFiles(run.data)) if (ref === item.ref) for (const row of rows) add(row, null)
  }
  for (const warning of session.warnings) {
    if (markedMedia(session, warning) === item.ref) for (const row of inMetadata(warning.details)) add(row, warning.id)
  }
  return found
}

/** Where an area lies on its page; null when its page size is not known and there is no picture to measure. */
export function boxOf(region: Region, picture: Size | null): Box | null {
  const page = region.of ?? picture
  if (!page || page.width <= 0 || page.height <= 0) return null
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const [left, top] = [clip(region.x / page.width), clip(region.y / page.height)]
  const [right, bottom] = [clip((region.x + region.width) / page.width), clip((region.y + region.height) / page.height)]
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

/** The smallest box around several. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

const third = (at: number) => (at < 1 / 3 ? 0 : at < 2 / 3 ? 1 : 2)
const names = [
  ['top left', 'top', 'top right'],
  ['left', 'middle', 'right'],
  ['bottom left', 'bottom', 'bottom right'],
] as const

/** An area in words: "top left, 35 × 5% of the page". */
export function regionWords(region: Region, picture: Size | null): string {
  const box = boxOf(region, picture)
  if (!box) return `${Math.round(region.width)} × ${Math.round(region.height)} at ${Math.round(region.x)}, ${Math.round(region.y)}`
  const share = (part: number) => Math.max(1, Math.round(part * 100))
  const place = names[third(box.y + box.height / 2)]?.[third(box.x + box.width / 2)] ?? 'middle'
  return `${place}, ${share(box.width)} × ${share(box.height)}% of the page`
}
