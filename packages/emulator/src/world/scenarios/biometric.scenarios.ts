import { faceListItem, faceMatchItem } from '../decisions/biometrics.ts'
import { asText, block, isObject, set, warn } from '../decisions/draft.ts'
import type { PlayedScenario } from './scenario.ts'

const LIVE = 'liveness_checks'
const WITH_FACE = ['retail-eu', 'retail-apac', 'retail-gcc', 'retail-africa', 'retail-americas']

export const BIOMETRIC_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'chip-differs',
    kind: 'user',
    status: 'In Review',
    weight: 4,
    workflow: ['retail-eu', 'wealth-sg'],
    document: { code: 'P' },
    about: 'The passport chip holds another number and spelling than the page.',
    play: (draft) => {
      const chip = block(draft, 'nfc_verifications')?.['chip_data']
      if (isObject(chip)) {
        const number = asText(chip['document_number'])
        Object.assign(chip, { document_number: `${number.slice(0, -2)}77`, first_name: `${asText(chip['first_name'])}E` })
      }
      set(draft, 'nfc_verifications', { authenticity: { sod_integrity: true, dg_integrity: false } })
      warn(draft, 'nfc_verifications', 'DATA_INCONSISTENT', 'warning', { fields: ['document_number', 'first_name'] })
    },
  },
  {
    name: 'liveness-attack',
    kind: 'user',
    status: 'Declined',
    weight: 10,
    workflow: WITH_FACE,
    about: 'A replayed video in front of the camera.',
    play: (draft) => {
      set(draft, LIVE, { score: 12.4 })
      warn(draft, LIVE, 'LIVENESS_FACE_ATTACK', 'error', { attack_type: 'replay' })
    },
  },
  {
    name: 'low-liveness',
    kind: 'user',
    status: 'In Review',
    weight: 8,
    workflow: WITH_FACE,
    about: 'The liveness score lies in the review band.',
    play: (draft) => {
      set(draft, LIVE, { score: draft.cast.dice.score('lowlive', 52, 68) })
      warn(draft, LIVE, 'LOW_LIVENESS_SCORE', 'warning')
    },
  },
  {
    name: 'dark-selfie',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    workflow: ['retail-apac', 'retail-africa', 'retail-in'],
    about: 'The selfie was taken in the dark.',
    play: (draft) => {
      set(draft, LIVE, { face_luminance: 11.8, face_quality: 43.5 })
      warn(draft, LIVE, 'LOW_FACE_LUMINANCE', 'warning', { face_luminance: 11.8 })
    },
  },
  {
    name: 'duplicate-face',
    kind: 'user',
    status: 'In Review',
    weight: 6,
    workflow: WITH_FACE,
    twin: true,
    about: 'The face belongs to somebody approved before.',
    play: (draft) => {
      const twin = draft.cast.twin === undefined ? undefined : draft.cast.other(draft.cast.twin)
      if (twin !== undefined) set(draft, LIVE, { matches: [faceMatchItem(twin, 97.4)] })
      warn(
        draft,
        LIVE,
        'DUPLICATED_FACE',
        'warning',
        twin === undefined ? null : { duplicated_session_id: twin.sessionId, duplicated_session_number: twin.number, api_service: null },
      )
    },
  },
  {
    name: 'blocklisted-face',
    kind: 'user',
    status: 'Declined',
    weight: 4,
    workflow: WITH_FACE,
    about: 'The face is on the block list.',
    play: (draft) => {
      set(draft, LIVE, { matches: [faceListItem(draft.cast, 96.1)] })
      warn(draft, LIVE, 'FACE_IN_BLOCKLIST', 'error')
    },
  },
  {
    name: 'low-face-match',
    kind: 'user',
    status: 'In Review',
    weight: 14,
    workflow: WITH_FACE,
    about: 'Selfie and document portrait resemble each other little.',
    play: (draft) => {
      set(draft, 'face_matches', { score: draft.cast.dice.score('lowmatch', 55, 72) })
      warn(draft, 'face_matches', 'LOW_FACE_MATCH_SIMILARITY', 'warning')
    },
  },
  {
    name: 'other-person',
    kind: 'user',
    status: 'Declined',
    weight: 8,
    workflow: WITH_FACE,
    about: 'The selfie shows somebody else than the document.',
    play: (draft) => {
      set(draft, 'face_matches', { score: 23.7 })
      warn(draft, 'face_matches', 'LOW_FACE_MATCH_SIMILARITY', 'error')
    },
  },
]
