import { mediaKey } from '../cast.ts'
import { documentMatch } from '../decisions/id-verification.ts'
import { asText, block, isObject, set, warn } from '../decisions/draft.ts'
import type { Draft } from '../decisions/draft.ts'
import { namesOf } from '../people/names.ts'
import { fullName } from '../people/person.ts'
import type { PlayedScenario } from './scenario.ts'

const ID = 'id_verifications'

/** Overwrites what the applicant said at the start; creates the object when they had said nothing. */
function provided(draft: Draft, fields: Record<string, string>): void {
  const before = draft.decision['expected_details']
  draft.decision['expected_details'] = { ...(isObject(before) ? before : {}), ...fields }
}

export const IDENTITY_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'document-expired',
    kind: 'user',
    status: 'Declined',
    weight: 16,
    document: { expiredDays: 190 },
    about: 'The document ran out half a year before the check.',
    play: (draft) => warn(draft, ID, 'DOCUMENT_EXPIRED', 'error', { expiration_date: draft.cast.document.expires }),
  },
  {
    name: 'screen-capture',
    kind: 'user',
    status: 'In Review',
    weight: 6,
    about: 'The document seems photographed from a screen.',
    play: (draft) => warn(draft, ID, 'SCREEN_CAPTURE_DETECTED', 'warning', { score: 71.4 }),
  },
  {
    name: 'printed-copy',
    kind: 'user',
    status: 'Declined',
    weight: 8,
    about: 'A paper copy in place of the document.',
    play: (draft) => warn(draft, ID, 'PRINTED_COPY_DETECTED', 'error', { score: 93.2 }),
  },
  {
    name: 'mrz-invalid',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    document: { code: 'P' },
    about: 'A check digit of the machine-readable zone does not add up.',
    play: (draft) => {
      const zone = block(draft, ID)?.['mrz']
      if (isObject(zone)) {
        const check = String((Number(zone['final_hash']) + 3) % 10)
        Object.assign(zone, {
          final_hash: check,
          mrz_string: `${asText(zone['mrz_string']).slice(0, -1)}${check}`,
          errors: ['final_hash'],
        })
      }
      warn(draft, ID, 'MRZ_VALIDATION_FAILED', 'warning')
    },
  },
  {
    name: 'data-inconsistent',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    document: { code: 'P' },
    about: 'Printed birth date and machine-readable zone differ by ten years.',
    play: (draft) => {
      const birth = draft.cast.person.birth
      set(draft, ID, { date_of_birth: `${Number(birth.slice(0, 4)) - 10}${birth.slice(4)}` })
      warn(draft, ID, 'DATA_INCONSISTENT', 'warning', { field: 'date_of_birth' })
      warn(draft, ID, 'MRZ_AND_DATA_EXTRACTED_FROM_OCR_NOT_SAME', 'warning', { field: 'date_of_birth' })
    },
  },
  {
    name: 'name-mismatch',
    kind: 'user',
    status: 'In Review',
    weight: 14,
    about: 'The document has a second given name that the form lacks.',
    renames: true,
    cast: ({ person, dice }) => {
      const lists = namesOf(person.country.culture)
      const others = (person.sex === 'M' ? lists.men : lists.women).filter((name) => name.latin !== person.given.latin)
      const second = dice.pick('second', others)
      person.given = {
        latin: `${person.given.latin} ${second.latin}`,
        native: `${person.given.native} ${second.native}`,
      }
    },
    play: (draft) => {
      const { person } = draft.cast
      const [first = ''] = person.given.latin.split(' ')
      provided(draft, { first_name: first, last_name: person.family.latin })
      warn(draft, ID, 'FULL_NAME_MISMATCH_WITH_PROVIDED', 'warning', {
        provided_name: `${first} ${person.family.latin}`,
        document_name: fullName(person, 'latin'),
        similarity: 74.2,
      })
    },
  },
  {
    name: 'birth-date-mismatch',
    kind: 'user',
    status: 'In Review',
    weight: 7,
    about: 'Day and month were swapped in the form.',
    cast: ({ person }) => {
      const [year = '', month = ''] = person.birth.split('-')
      person.birth = `${year}-${month}-${String((Number(month) % 12) + 1).padStart(2, '0')}`
    },
    play: (draft) => {
      const [year = '', month = '', day = ''] = draft.cast.person.birth.split('-')
      provided(draft, { date_of_birth: `${year}-${day}-${month}` })
      warn(draft, ID, 'DOB_MISMATCH_WITH_PROVIDED', 'warning', {
        provided: `${year}-${day}-${month}`,
        document: draft.cast.person.birth,
      })
    },
  },
  {
    name: 'duplicate-user',
    kind: 'user',
    status: 'In Review',
    weight: 8,
    twin: true,
    about: 'The same person was approved before under another customer number.',
    play: (draft) => {
      const twin = draft.cast.twin === undefined ? undefined : draft.cast.other(draft.cast.twin)
      if (twin !== undefined) set(draft, ID, { matches: [documentMatch(twin)] })
      warn(
        draft,
        ID,
        'POSSIBLE_DUPLICATED_USER',
        'warning',
        twin === undefined ? null : { duplicated_session_id: twin.sessionId, duplicated_session_number: twin.number },
      )
    },
  },
  {
    name: 'minimum-age',
    kind: 'user',
    status: 'Declined',
    weight: 6,
    workflow: ['age-check', 'retail-eu'],
    about: 'Sixteen years old.',
    cast: (cast) => {
      cast.person.birth = `${new Date(cast.createdAt).getUTCFullYear() - 16}${cast.person.birth.slice(4, 7)}-0${1 + (cast.index % 9)}`
    },
    play: (draft) => warn(draft, ID, 'MINIMUM_AGE_NOT_MET', 'error', { minimum_age: 18 }),
  },
  {
    name: 'portrait-manipulated',
    kind: 'user',
    status: 'In Review',
    weight: 4,
    about: 'The portrait on the document may have been exchanged.',
    play: (draft) => {
      warn(draft, ID, 'PORTRAIT_MANIPULATION_DETECTED', 'warning', { score: 62.8 })
      set(draft, 'face_matches', { score: 83.1 })
    },
  },
  {
    name: 'glare',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    about: 'Glare over the number; the bar code was not read.',
    play: (draft) => {
      set(draft, ID, {
        front_image_quality_score: {
          focus_score: 41.2,
          brightness_score: 96.4,
          brightness_issue: 'too_bright',
          is_document_fully_visible: false,
          resolution_score: 52.7,
          overall_score: 48.9,
        },
      })
      warn(draft, ID, 'BARCODE_VALIDATION_FAILED', 'warning')
      warn(draft, ID, 'QR_NOT_DETECTED', 'information')
    },
  },
  {
    name: 'blocklisted-document',
    kind: 'user',
    status: 'Declined',
    weight: 3,
    about: 'The document number is on the block list.',
    play: (draft) => {
      const older = draft.cast.older('blocked', (cast) => cast.status === 'Declined' && cast.ran.length > 0)
      if (older !== undefined) set(draft, ID, { matches: [documentMatch(older, true)] })
      warn(draft, ID, 'ID_DOCUMENT_IN_BLOCKLIST', 'error')
    },
  },
  {
    name: 'two-documents',
    kind: 'user',
    status: 'In Review',
    weight: 3,
    about: 'Two identity documents were taken; the second carries another spelling.',
    play: (draft) => {
      const first = block(draft, ID)
      if (first === undefined) return
      const second = structuredClone(first)
      Object.assign(second, {
        node_id: 'feature_ocr_2',
        last_name: `${draft.cast.person.family.latin}-Muster`,
        warnings: [],
        front_image: mediaKey(draft.cast, 'front-2'),
        full_front_image: mediaKey(draft.cast, 'full_front-2'),
        portrait_image: mediaKey(draft.cast, 'portrait-2'),
      })
      draft.decision[ID] = [first, second]
      warn(draft, ID, 'DOCUMENT_NAME_DIFFERENT_FROM_OTHER_APPROVED_DOCUMENTS', 'warning', null, 1)
    },
  },
]
