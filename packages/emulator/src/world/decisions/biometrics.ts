import type { Cast } from '../cast.ts'
import { mediaKey, moment, nodeId } from '../cast.ts'
import { fullName } from '../people/person.ts'
import type { JsonObject } from '../types.ts'
import { ageOn, chipName } from './id-verification.ts'

/** One `nfc_verifications` item whose chip agrees with the print. */
export function nfc(cast: Cast): JsonObject {
  const { person, document, dice } = cast
  const { alpha2, alpha3, name } = person.country
  const agency = `SPECIMEN PASSPORT AGENCY, Country: ${alpha2}`
  return {
    node_id: nodeId('NFC'),
    status: 'Approved',
    portrait_image: mediaKey(cast, 'chip'),
    signature_image: mediaKey(cast, 'signature'),
    chip_data: {
      document_type: document.code,
      issuing_country: alpha3,
      document_number: document.number,
      expiration_date: document.expires,
      first_name: chipName(person.given.latin),
      last_name: chipName(person.family.latin),
      birth_date: person.birth,
      gender: person.sex,
      nationality: document.nationality,
      address: `${chipName(person.street)}, ${chipName(person.place.city)}`,
      place_of_birth: chipName(person.birthPlace.city),
    },
    authenticity: { sod_integrity: true, dg_integrity: true },
    certificate_summary: {
      issuer: `Common Name: CSCA ${name.toUpperCase()} SPECIMEN, Serial Number: ${dice.int('csca', 1, 9)}, Organization: ${agency}`,
      subject: `Common Name: DS ${name.toUpperCase()} SPECIMEN ${dice.int('ds', 1, 40)}, Organizational Unit: TRAVEL DOCUMENTS, Organization: ${agency}`,
      serial_number: dice.digits('serial', 38),
      not_valid_after: `${Number(document.expires.slice(0, 4)) + 1}${document.expires.slice(4)} 10:21:11`,
      not_valid_before: `${document.issued} 10:21:11`,
    },
    warnings: [],
  }
}

/** One `liveness_checks` item; also what an age estimation leaves behind. */
export function liveness(cast: Cast, run = 1): JsonObject {
  const { dice, person, workflow } = cast
  const passive = workflow.liveness === 'PASSIVE'
  const suffix = run === 1 ? '' : `-${run}`
  return {
    node_id: nodeId('LIVENESS', run),
    status: 'Approved',
    method: workflow.liveness,
    score: dice.score('liveness', 84, 99.9),
    reference_image: mediaKey(cast, `liveness${suffix}`),
    video_url: passive ? null : mediaKey(cast, `liveness_video${suffix}`),
    age_estimation: Math.max(14, Math.round((ageOn(person.birth, cast.createdAt) + (dice.unit('ageguess') - 0.5) * 7) * 10) / 10),
    matches: [],
    warnings: [],
    face_quality: passive ? dice.score('quality', 78, 98) : null,
    face_luminance: passive ? dice.score('luminance', 52, 88) : null,
  }
}

/** One `matches` item of a liveness check, naming another session of the same world. */
export function faceMatchItem(other: Cast, similarity: number, blocklisted = false): JsonObject {
  return {
    session_id: other.sessionId,
    session_number: other.number,
    similarity_percentage: similarity,
    vendor_data: other.vendorData,
    verification_date: moment(other, 260),
    user_details: {
      full_name: fullName(other.person, other.script),
      document_type: other.document.code,
      document_number: other.document.number,
    },
    match_image_url: mediaKey(other, 'liveness'),
    status: other.status,
    is_blocklisted: blocklisted,
    is_allowlisted: false,
    api_service: null,
    source: 'session',
  }
}

/** A match with an entry of the face list: no session behind it. */
export function faceListItem(cast: Cast, similarity: number): JsonObject {
  return {
    session_id: null,
    session_number: null,
    similarity_percentage: similarity,
    vendor_data: null,
    verification_date: null,
    user_details: null,
    match_image_url: mediaKey(cast, 'list_face'),
    status: null,
    is_blocklisted: true,
    is_allowlisted: false,
    api_service: null,
    source: 'list_entry',
  }
}

/** One `face_matches` item. */
export function faceMatch(cast: Cast, run = 1): JsonObject {
  const suffix = run === 1 ? '' : `-${run}`
  return {
    node_id: nodeId('FACE_MATCH', run),
    status: 'Approved',
    score: cast.dice.score('facematch', 81, 99.4),
    source_image_session_id: null,
    source_image: mediaKey(cast, `match_source${suffix}`),
    target_image: mediaKey(cast, `match_target${suffix}`),
    warnings: [],
  }
}
