import type { BlocklistEntry } from '@verdict/contract/blocklist'
import { BlocklistItem } from '@verdict/contract/case'
import type { BlocklistItem as DiditBlocklistItem } from '@verdict/didit/wire/blocklist'
import { mediaRefOf } from '../sessions/media-url.ts'

/** An entry of Didit's list in our words; undefined for a kind that we do not know or without a session. */
export const adaptBlocklistEntry = (wire: DiditBlocklistItem): BlocklistEntry | undefined => {
  const item = BlocklistItem.safeParse(wire.type)
  if (!item.success || !wire.session_id) return undefined
  const value = { face: null, document: wire.document_number, phone: wire.phone_number, email: wire.email }[item.data] ?? null
  const picture = { face: wire.face_image, document: wire.front_image, phone: null, email: null }[item.data] ?? null
  return {
    item: item.data,
    sessionId: wire.session_id.toLowerCase(),
    sessionNumber: wire.session_number ?? null,
    value,
    blockedAt: wire.blocklisted_at ?? null,
    mediaRef: picture === null ? null : mediaRefOf(picture),
    by: null,
    reason: null,
  }
}
