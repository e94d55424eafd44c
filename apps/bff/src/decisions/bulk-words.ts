import { isDiditError } from '@verdict/didit'
import { AppError } from '../lib/app-error.ts'
import { blockedWords } from './decision.words.ts'

/** Why one of many could not be decided, in a sentence. Rethrows what nobody expected. */
export function expectedWords(error: unknown): string {
  if (error instanceof AppError) {
    const named = error.fields?.map(({ message }) => message) ?? []
    const more = error.changes ?? []
    // What the state forbids is said in the detail only.
    const forbidden = error.code === 'state-forbids' && named.length === 0 ? [error.detail] : []
    return [error.title, ...forbidden, ...named, ...more].slice(0, 4).map(sentence).join(' ')
  }
  if (isDiditError(error)) return blockedWords(error)
  throw error
}

const sentence = (text: string) => (/[.?]$/u.test(text) ? text : `${text}.`)
