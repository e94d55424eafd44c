import { createHash } from 'node:crypto'

/** Enough to tell two states of one row apart; never empty. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
