import { plural } from '../../../lib/format.ts'
import { type Fields, isEmpty, isFields } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'

const isCode = (value: unknown): value is string => typeof value === 'string' && /^[a-z]+(?:_[a-z0-9]+)+$/u.test(value)

function worded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(worded)
  return isCode(value) ? wordsOf(value) : value
}

/** What Didit sent along with a warning, to be read: codes as words, areas that the picture shows as their number. */
export function detailsInWords(details: unknown, marked: boolean): Fields {
  const fields = isFields(details) ? details : isEmpty(details) ? {} : { details }
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) =>
      marked && /regions$/iu.test(key) && Array.isArray(value)
        ? [key, `${plural(value.length, 'area')}, marked on the page`]
        : [key, worded(value)],
    ),
  )
}
