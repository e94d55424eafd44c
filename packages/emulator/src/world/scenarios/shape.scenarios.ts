import { mediaKey } from '../cast.ts'
import { block, blocks, isObject, set, warn } from '../decisions/draft.ts'
import { liveness } from '../decisions/biometrics.ts'
import type { Json, JsonObject } from '../types.ts'
import type { PlayedScenario } from './scenario.ts'

const KEPT = new Set(['node_id', 'status', 'warnings'])
const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'

/** Scenarios whose point is the shape of the answer, not the person. */
export const SHAPE_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'long-values',
    kind: 'user',
    status: 'In Review',
    weight: 1,
    workflow: ['retail-eu'],
    countries: ['DEU'],
    about: 'Very long names, address and customer number.',
    renames: true,
    vendorData: `tenant/emea/retail/${'0123456789abcdef'.repeat(7)}`,
    cast: (cast) => {
      cast.person.given = {
        latin: 'Maximiliane Friederike Wilhelmine Auguste Charlotte',
        native: 'Maximiliane Friederike Wilhelmine Auguste Charlotte',
      }
      cast.person.family = { latin: `${LONG}-${LONG}`, native: `${LONG}-${LONG}` }
      cast.person.street = `${'Donaudampfschifffahrtsgesellschaftskapitänsallee '.repeat(3)}114b, Hinterhaus, vierter Stock links`
    },
    play: (draft) =>
      warn(draft, 'id_verifications', 'FULL_NAME_MISMATCH_WITH_PROVIDED', 'warning', {
        note: 'truncated at 40 characters by the form; '.repeat(12),
      }),
  },
  {
    name: 'missing-blocks',
    kind: 'user',
    status: 'In Review',
    weight: 2,
    about: 'Several arrays are null although the session waits.',
    vendorData: null,
    play: (draft) => {
      for (const name of ['face_matches', 'phone_verifications', 'ip_analyses', 'aml_screenings']) draft.decision[name] = null
      Object.assign(draft.decision, { metadata: null, expected_details: null, contact_details: null, callback: null })
      warn(draft, 'id_verifications', 'NAME_NOT_DETECTED', 'warning')
    },
  },
  {
    name: 'restricted',
    kind: 'user',
    status: 'In Review',
    weight: 1,
    about: 'The workflow hides every attribute: all null but node, status and warnings.',
    play: (draft) => {
      warn(draft, 'id_verifications', 'DATA_INCONSISTENT', 'warning')
      for (const [name, value] of Object.entries(draft.decision)) {
        if (!Array.isArray(value) || name === 'features' || name === 'reviews') continue
        for (const item of blocks(draft.decision, name)) {
          for (const key of Object.keys(item)) if (!KEPT.has(key)) item[key] = null
        }
      }
    },
  },
  {
    name: 'media-missing',
    kind: 'user',
    status: 'In Review',
    weight: 1,
    workflow: ['retail-eu'],
    about: 'The pictures are named but gone.',
    play: (draft) => warn(draft, 'id_verifications', 'PORTRAIT_MANIPULATION_DETECTED', 'warning'),
  },
  {
    name: 'unknown-values',
    kind: 'user',
    status: 'In Review',
    weight: 1,
    about: 'An unknown feature array, risk code, enum values and fields.',
    play: (draft) => {
      warn(draft, 'id_verifications', 'QUANTUM_INK_ANOMALY', 'warning', { intensity: 'unheard of' })
      set(draft, 'id_verifications', { hologram_state: 'shimmering', future_scores: { depth: 71.2, spectrum: [0.1, 0.7] } })
      set(draft, 'liveness_checks', { method: 'ACTIVE_5D' })
      draft.decision['voice_verifications'] = [
        {
          node_id: 'feature_voice_1',
          status: 'Escalated',
          score: 77.7,
          recording_url: mediaKey(draft.cast, 'liveness_video'),
          phrase: 'Specimen seven',
          warnings: [],
        },
      ]
      draft.decision['features'] = [...draft.cast.workflow.features, 'VOICE']
    },
  },
  {
    name: 'several-runs',
    kind: 'user',
    status: 'In Review',
    weight: 2,
    workflow: ['retail-eu'],
    about: 'Two documents and two liveness checks, the first of each failed.',
    play: (draft) => {
      const first = block(draft, 'id_verifications')
      if (first === undefined) return
      const second: JsonObject = {
        ...structuredClone(first),
        node_id: 'feature_ocr_2',
        warnings: [],
        front_image: mediaKey(draft.cast, 'front-2'),
        portrait_image: mediaKey(draft.cast, 'portrait-2'),
      }
      draft.decision['id_verifications'] = [first, second]
      const live = block(draft, 'liveness_checks')
      if (live !== undefined) draft.decision['liveness_checks'] = [live, liveness(draft.cast, 2)]
      warn(draft, 'id_verifications', 'COULD_NOT_RECOGNIZE_DOCUMENT', 'error')
      warn(draft, 'liveness_checks', 'MULTIPLE_FACES_DETECTED', 'warning')
    },
  },
  {
    name: 'nested-metadata',
    kind: 'user',
    status: 'Approved',
    weight: 4,
    about: 'Metadata three levels deep, with lists and nulls.',
    play: (draft) => {
      const journey: Json = {
        utm: { source: 'newsletter', campaign: null },
        steps: [
          { at: 1, name: 'landing' },
          { at: 2, name: 'form', fields: ['name', 'email'] },
        ],
      }
      draft.decision['metadata'] = {
        account: { id: draft.cast.dice.uuid('account'), flags: ['early', 'vip'], limits: { daily: 2500, monthly: null } },
        journey,
        consent: true,
      }
    },
  },
  {
    name: 'twelve-megapixels',
    kind: 'user',
    status: 'In Review',
    weight: 0,
    workflow: ['retail-eu'],
    about: 'Face pictures of 4000 by 3000 pixels to compare.',
    play: (draft) => {
      set(draft, 'face_matches', {
        score: 69.9,
        source_image: mediaKey(draft.cast, 'large_source'),
        target_image: mediaKey(draft.cast, 'large_target'),
      })
      warn(draft, 'face_matches', 'LOW_FACE_MATCH_SIMILARITY', 'warning')
    },
  },
  {
    name: 'sandbox',
    kind: 'user',
    status: 'Approved',
    weight: 2,
    about: 'A simulated session of a test application.',
    play: (draft) => {
      draft.decision['environment'] = 'sandbox'
    },
  },
  {
    name: 'standalone-api',
    kind: 'user',
    status: 'Approved',
    weight: 4,
    workflow: ['legacy'],
    done: 1,
    about: 'A single document check called by a server: no workflow, no hosted page.',
    play: (draft) => {
      Object.assign(draft.decision, {
        workflow_id: null,
        session_url: null,
        callback: null,
        contact_details: null,
        expires_at: null,
        features: ['ID_VERIFICATION'],
      })
      const item = block(draft, 'id_verifications')
      if (item !== undefined) Object.assign(item, { node_id: 'default', front_video: null, back_video: null })
    },
  },
  {
    name: 'imported',
    kind: 'user',
    status: 'Approved',
    weight: 3,
    about: 'Shared by a partner and imported: no link, older pictures.',
    play: (draft) => {
      Object.assign(draft.decision, {
        session_url: null,
        callback: null,
        metadata: isObject(draft.decision['metadata'] ?? null) ? (draft.decision['metadata'] ?? null) : { imported: true },
      })
    },
  },
]
