import type { Cast } from '../cast.ts'
import { mediaKey, moment, nodeId } from '../cast.ts'
import { DOCUMENT_NAMES } from '../documents/document.ts'
import type { IdDocument } from '../documents/document.ts'
import { toMrzName } from '../documents/mrz.ts'
import { addressOf, fullName } from '../people/person.ts'
import type { Person } from '../people/person.ts'
import type { Json, JsonObject } from '../types.ts'
import { parsedAddress } from './address.ts'

const MARITAL: Readonly<Record<string, string>> = { SINGLE: 'Single', MARRIED: 'Married', DIVORCED: 'Divorced', UNKNOWN: 'Unknown' }

/** One `id_verifications` item: the document as it was read, all passed. */
export function idVerification(cast: Cast, run = 1): JsonObject {
  const { person, document, dice, script } = cast
  const card = document.code !== 'P'
  const suffix = run === 1 ? '' : `-${run}`
  const given = person.given[script]
  const family = person.family[script]
  const quality = (side: string): JsonObject => ({
    focus_score: dice.score(`${side}.focus`, 71, 99),
    brightness_score: dice.score(`${side}.light`, 74, 98),
    brightness_issue: 'ok',
    is_document_fully_visible: true,
    resolution_score: dice.score(`${side}.resolution`, 68, 96),
    overall_score: dice.score(`${side}.overall`, 76, 97),
  })
  const image = (slot: string): Json => mediaKey(cast, `${slot}${suffix}`)
  return {
    node_id: nodeId('ID_VERIFICATION', run),
    status: 'Approved',
    document_type: DOCUMENT_NAMES[document.code],
    document_subtype:
      document.code === 'P'
        ? 'EPASSPORT'
        : `${document.code === 'DL' ? 'DRIVERS_LICENSE' : document.code === 'RP' ? 'RESIDENCE_PERMIT' : 'ID_CARD'}_GENERIC`,
    document_number: document.number,
    personal_number: person.personalNumber,
    portrait_image: image('portrait'),
    front_image: image('front'),
    front_video: image('front_video'),
    back_image: card ? image('back') : null,
    back_video: card ? image('back_video') : null,
    full_front_image: image('full_front'),
    full_back_image: card ? image('full_back') : null,
    front_image_camera_front: image('front_camera'),
    back_image_camera_front: null,
    date_of_birth: person.birth,
    age: ageOn(person.birth, cast.createdAt),
    expiration_date: document.expires,
    date_of_issue: document.issued,
    issuing_state: document.issuer,
    issuing_state_name: person.country.name,
    first_name: given,
    last_name: family,
    full_name: fullName(person, script),
    gender: person.sex,
    address: addressOf(person),
    formatted_address: `${addressOf(person)}, ${person.country.name}`,
    place_of_birth: person.birthPlace.city,
    marital_status: MARITAL[person.marital] ?? 'Unknown',
    nationality: document.nationality,
    extra_fields: extraFields(person, document, script),
    mrz: document.mrz === null ? null : mrzOf(person, document),
    parsed_address: parsedAddress(person),
    extra_files: [],
    front_image_camera_front_face_match_score: dice.score('camera.match', 82, 98),
    back_image_camera_front_face_match_score: null,
    front_image_quality_score: quality('front'),
    back_image_quality_score: card ? quality('back') : null,
    warnings: [],
    matches: [],
  }
}

/** One `matches` item that names another session of the same world. */
export function documentMatch(other: Cast, blocklisted = false): JsonObject {
  return {
    session_id: other.sessionId,
    session_number: other.number,
    vendor_data: other.vendorData,
    verification_date: moment(other, 190),
    user_details: {
      name: fullName(other.person, other.script),
      document_type: other.document.code,
      document_number: other.document.number,
    },
    status: other.status,
    is_blocklisted: blocklisted,
    api_service: null,
    front_image_url: mediaKey(other, 'front'),
  }
}

export function mrzOf(person: Person, document: IdDocument): JsonObject | null {
  const zone = document.mrz
  if (zone === null) return null
  const [first = '', second = ''] = zone.lines
  const passport = document.mrzType === 'TD3'
  const nationality = (passport ? second.slice(10, 13) : second.slice(15, 18)).replaceAll('<', '')
  const number = (passport ? second.slice(0, 9) : first.slice(5, 14)).replaceAll('<', '')
  const birth = passport ? second.slice(13, 19) : second.slice(0, 6)
  const expiry = passport ? second.slice(21, 27) : second.slice(8, 14)
  return {
    surname: zone.surname.replaceAll('<', ' '),
    name: zone.given.replaceAll('<', ' '),
    country: first.slice(2, 5).replaceAll('<', ''),
    nationality,
    birth_date: birth,
    expiry_date: expiry,
    sex: person.sex,
    document_type: document.mrzCode,
    document_number: number,
    optional_data: zone.optional,
    optional_data_2: '',
    birth_date_hash: zone.birthCheck,
    expiry_date_hash: zone.expiryCheck,
    document_number_hash: zone.numberCheck,
    final_hash: zone.finalCheck,
    personal_number: zone.optional,
    warnings: [],
    errors: [],
    mrz_type: document.mrzType,
    mrz_string: zone.lines.join('\n'),
    mrz_key: `${number}${zone.numberCheck}${birth}${zone.birthCheck}${expiry}${zone.expiryCheck}`,
  }
}

function extraFields(person: Person, document: IdDocument, script: 'latin' | 'native'): JsonObject {
  const fields: JsonObject = {
    dl_categories: document.code === 'DL' ? ['AM', 'B', 'B1'] : [],
    blood_group: null,
  }
  if (person.given.native === person.given.latin) return fields
  const name = { ...person }
  if (script === 'native') {
    fields['first_name_latin'] = person.given.latin
    fields['last_name_latin'] = person.family.latin
    fields['full_name_latin'] = fullName(name, 'latin')
  } else {
    fields['first_name_non_latin'] = person.given.native
    fields['last_name_non_latin'] = person.family.native
    fields['full_name_non_latin'] = fullName(name, 'native')
  }
  return fields
}

/** Full years from a birth date (YYYY-MM-DD) to a moment in epoch milliseconds. */
export function ageOn(birth: string, time: number): number {
  const now = new Date(time).toISOString()
  return Number(now.slice(0, 4)) - Number(birth.slice(0, 4)) - (now.slice(5, 10) < birth.slice(5, 10) ? 1 : 0)
}

/** Name as a chip writes it: transliterated, capitals, words parted by spaces. */
export function chipName(name: string): string {
  return toMrzName(name).replaceAll('<', ' ')
}
