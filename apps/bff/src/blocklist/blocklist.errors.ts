import type { BlocklistItem } from '@verdict/contract/case'
import { AppError } from '../lib/app-error.ts'

export const blocklistMissing = (cause: unknown) =>
  new AppError(
    'upstream-refused',
    502,
    'Didit offers no blocklist to this key',
    'Nothing was changed. Block it in Didit’s console, or ask an admin to give the key the right to workflows.',
    { cause },
  )

export const nothingToBlock = (wrong: { item: BlocklistItem; index: number; reason: string | null }[]) =>
  new AppError('invalid-input', 422, 'Some of it cannot be blocked', wrong[0]?.reason ?? 'This session does not hold it.', {
    fields: wrong.map(({ index, reason }) => ({ path: `items.${index}`, message: reason ?? 'This session does not hold it.' })),
  })
