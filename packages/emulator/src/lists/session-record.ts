import { objectAt, objectsAt, textAt } from '../json-value.ts'
import { documentCode } from '../sessions/session-index-card.ts'
import { derivedUuid } from '../store/ids.ts'
import type { EntryType } from '../store/list-store.ts'
import type { Session } from '../store/session.ts'
import type { JsonObject } from '../world/types.ts'

/** What a session holds of one entry type: the value that lists compare, and what the blocklist tells of it. */
export interface SessionRecord {
  value: string
  label: string
  record: JsonObject
}

const EMPTY = {
  face_image: null,
  document_type: null,
  document_number: null,
  front_image: null,
  phone_number: null,
  country_code: null,
  email: null,
}

const last = (session: Session, array: string): JsonObject | undefined => objectsAt(session.decision, array).at(-1)

function face(session: Session): SessionRecord | null {
  const item = last(session, 'liveness_checks')
  if (item === undefined) return null
  const image = textAt(item, 'reference_image')
  const value = derivedUuid('face', session.facts.sessionId)
  return { value, label: `Face of session ${session.facts.number}`, record: { ...EMPTY, face_image: image } }
}

function document(session: Session): SessionRecord | null {
  const item = last(session, 'id_verifications')
  const number = item === undefined ? null : textAt(item, 'document_number')
  if (item === undefined || number === null) return null
  const type = textAt(item, 'document_type')
  const record = {
    ...EMPTY,
    document_type: type === null ? null : documentCode(type),
    document_number: number,
    front_image: textAt(item, 'front_image'),
    country_code: textAt(item, 'issuing_state'),
  }
  return { value: number, label: number, record }
}

function phone(session: Session): SessionRecord | null {
  const item = last(session, 'phone_verifications')
  const number = item === undefined ? null : textAt(item, 'full_number')
  if (item === undefined || number === null) return null
  return { value: number, label: number, record: { ...EMPTY, phone_number: number, country_code: textAt(item, 'country_code') } }
}

function email(session: Session): SessionRecord | null {
  const item = last(session, 'email_verifications')
  const address = item === undefined ? null : textAt(item, 'email')
  return address === null ? null : { value: address, label: address, record: { ...EMPTY, email: address } }
}

function plain(value: string | null): SessionRecord | null {
  return value === null ? null : { value, label: value, record: EMPTY }
}

/** The most recent record of a type, or null when the session has none. */
export function sessionRecord(session: Session, type: EntryType): SessionRecord | null {
  const ip = last(session, 'ip_analyses') ?? {}
  switch (type) {
    case 'face':
      return face(session)
    case 'document':
      return document(session)
    case 'phone':
      return phone(session)
    case 'email':
      return email(session)
    case 'ip_address':
      return plain(textAt(ip, 'ip_address'))
    case 'device_fingerprint':
      return plain(textAt(ip, 'device_fingerprint'))
    case 'user':
    case 'business':
      return plain(session.facts.kind === type ? session.facts.vendorData : null)
    case 'country':
      return plain(
        textAt(last(session, 'id_verifications') ?? objectAt(last(session, 'registry_checks') ?? {}, 'company') ?? {}, 'issuing_state'),
      )
    default:
      return null
  }
}
