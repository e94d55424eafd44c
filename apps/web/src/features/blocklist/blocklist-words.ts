import type { BlocklistItem } from '@verdict/contract/case'

export const itemWords: Readonly<Record<BlocklistItem, string>> = { face: 'Face', document: 'Document', phone: 'Phone', email: 'E-mail' }

/** In the order of every list of them. */
export const items: readonly BlocklistItem[] = ['face', 'document', 'phone', 'email']

/** "face", "face and document", "face, document and phone". */
export function itemList(chosen: readonly BlocklistItem[]): string {
  const words = chosen.map((item) => (item === 'email' ? 'e-mail' : item))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
