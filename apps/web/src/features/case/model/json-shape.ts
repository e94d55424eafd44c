export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for what upstream sends when there is nothing: null, "", [] and {}. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isFields(value) && Object.keys(value).length === 0
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** The objects of a list, whatever else stands in it. */
export function rowsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** A value that fits on one line, or null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return null
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** First text among several fields. */
export function firstText(fields: Fields, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(fields[key])
    if (text !== null) return text
  }
  return null
}

/** Short values of a list joined; objects in it are left out. */
export function listText(value: unknown): string | null {
  if (!Array.isArray(value)) return textOf(value)
  const texts = value.map(textOf).filter((text) => text !== null)
  return texts.length === 0 ? null : texts.join(', ')
}

/** The ref when the value stands for a picture or file. */
export function mediaRefOf(value: unknown): string | null {
  return isFields(value) && typeof value['mediaRef'] === 'string' ? value['mediaRef'] : null
}

/** What is left of `data` after the fields that a section lays out itself. */
export function otherFields(data: Fields, shown: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !shown.includes(key)))
}
