/** One sentence of a refusal and the field it is about; `path` is empty for the whole request. */
export interface Reason {
  path: string
  text: string
}

const MAX_REASONS = 50
const MAX_TEXT = 500
const MAX_NODES = 2000

/** Keys that Didit uses for "the request as a whole" rather than for a field. */
const wholeRequest = new Set(['detail', 'error', 'message', 'non_field_errors'])

const joinPath = (path: string, key: string): string => {
  if (path === '' && wholeRequest.has(key)) return ''
  return path === '' ? key : `${path}.${key}`
}

/**
 * Reduces the ten error shapes of Didit (text or list under `detail`, `error` or a field, nested objects and lists,
 * a bare array, a bare string, nothing at all) to sentences with the path of their field. Never throws.
 */
export const readReasons = (body: unknown): Reason[] => {
  const reasons: Reason[] = []
  const queue: { path: string; value: unknown }[] = [{ path: '', value: body }]
  for (let index = 0; index < queue.length && index < MAX_NODES && reasons.length < MAX_REASONS; index += 1) {
    const node = queue[index]
    if (!node) break
    const { path, value } = node
    if (typeof value === 'string') {
      const sentence = value.trim()
      if (sentence !== '') reasons.push({ path, text: sentence.slice(0, MAX_TEXT) })
    } else if (Array.isArray(value)) {
      // Sentences belong to the field itself; only nested records need their position.
      for (const [at, item] of value.slice(0, MAX_REASONS).entries()) {
        queue.push({ path: typeof item === 'object' && item !== null && path ? `${path}[${at}]` : path, value: item })
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value).slice(0, MAX_REASONS)) {
        queue.push({ path: joinPath(path, key), value: item })
      }
    }
  }
  return reasons
}
