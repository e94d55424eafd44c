import type { BlocklistItem } from '@verdict/contract/case'
import { items } from './blocklist-words.ts'

export interface BlocklistSearch {
  item?: BlocklistItem | undefined
}

/** Filter of the blocklist page in the URL; what does not parse is left out. By hand, so that zod stays out of the first screen. */
export function parseBlocklistSearch(raw: Record<string, unknown>): BlocklistSearch {
  return { item: items.find((item) => item === raw['item']) }
}
