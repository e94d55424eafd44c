import { showDay } from './day.ts'
import { type Fields, fieldsOf, firstText, listText, numberOf, rowsOf, textOf } from './json-shape.ts'
import { wordsOf } from './words.ts'

export interface FileFact {
  label: string
  field: string
  text: string | null
  /** It needs a look. */
  worry: boolean
  missing?: string
}

export interface Region {
  page: number | null
  text: string
}

/** "608 KB" of a number of bytes. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Fields of the metadata that `fileFacts` and `regionsOf` put into words. */
export const toldOfFile = [
  'fileSize',
  'contentType',
  'creationDate',
  'modifiedDate',
  'creator',
  'producer',
  'software',
  'isSigned',
  'signatureInfo',
  'isTampered',
  'processedByKnownEditor',
  'hasDifferentCreationModDate',
  'overlayManipulation',
  'manipulatedRegions',
]

const daysOf = (created: string | null, modified: string | null) =>
  [created && `made ${showDay(created)}`, modified && `changed ${showDay(modified)}`].filter(Boolean).join(', ') || null

/** What the file itself says about how it was made. */
export function fileFacts(metadata: Fields): FileFact[] {
  const made = firstText(metadata, 'software', 'producer', 'creator')
  const edited = metadata['processedByKnownEditor']
  const [created, modified] = [firstText(metadata, 'creationDate'), firstText(metadata, 'modifiedDate')]
  const differ = metadata['hasDifferentCreationModDate'] === true
  const [signed, signature] = [metadata['isSigned'], listText(metadata['signatureInfo'])]
  const size = numberOf(metadata['fileSize'])
  const form = [textOf(metadata['contentType']), size === null ? null : fileSize(size)].filter(Boolean).join(', ')
  return [
    {
      label: 'Made with',
      field: 'processedByKnownEditor',
      text: edited === true ? `Edited with ${made ?? 'a known picture or text editor'}` : made,
      worry: edited === true,
      missing: edited === false ? 'No editor named in the file' : 'Not stored',
    },
    {
      label: 'Days',
      field: 'hasDifferentCreationModDate',
      text: differ ? `Changed after it was made: ${daysOf(created, modified) ?? 'days not stored'}` : daysOf(created, modified),
      worry: differ,
    },
    {
      label: 'Signed',
      field: 'isSigned',
      text: signed === true ? ['Yes', signature].filter(Boolean).join(', ') : signed === false ? 'No' : null,
      worry: false,
    },
    { label: 'Form', field: 'contentType', text: form || null, worry: false },
  ]
}

/** Areas that look changed, with their place as a share of the page where its size is known. */
export function regionsOf(metadata: Fields): Region[] {
  const overlay = fieldsOf(metadata['overlayManipulation'])
  return rowsOf(overlay['manipulatedRegions'] ?? metadata['manipulatedRegions']).map((region) => {
    const at = (key: string) => numberOf(region[key])
    const [x, y, wide, high] = [at('x'), at('y'), at('width'), at('height')]
    const [pageWide, pageHigh] = [at('pageWidth'), at('pageHeight')]
    const size = `${wide === null ? '?' : Math.round(wide)} × ${high === null ? '?' : Math.round(high)}`
    if (x === null || y === null) return { page: at('page'), text: `${size}, place not stored` }
    if (!pageWide || !pageHigh) return { page: at('page'), text: `${size} at ${Math.round(x)}, ${Math.round(y)}` }
    const third = (value: number, whole: number, words: readonly [string, string, string]) =>
      words[value < whole / 3 ? 0 : value < (whole * 2) / 3 ? 1 : 2]
    const middle = { x: x + (wide ?? 0) / 2, y: y + (high ?? 0) / 2 }
    const place = `${third(middle.y, pageHigh, ['top', 'middle', 'bottom'])} ${third(middle.x, pageWide, ['left', 'centre', 'right'])}`
    return { page: at('page'), text: `${place}, ${size} of ${Math.round(pageWide)} × ${Math.round(pageHigh)}` }
  })
}

/** "Text overlay, font mismatch": what gave a change away. */
export function signalsOf(metadata: Fields): string | null {
  const signals = fieldsOf(metadata['overlayManipulation'])['signals']
  const texts = (Array.isArray(signals) ? signals : [signals]).map(textOf).filter((text) => text !== null)
  return texts.length === 0 ? null : texts.map((text) => wordsOf(text).toLowerCase()).join(', ')
}
