import { block, set, warn } from '../decisions/draft.ts'
import { moment } from '../cast.ts'
import type { PlayedScenario } from './scenario.ts'

export const LIFECYCLE_SCENARIOS: readonly PlayedScenario[] = [
  { name: 'clean-approved', kind: 'user', status: 'Approved', weight: 160, about: 'Everything passed.' },
  {
    name: 'manually-declined',
    kind: 'user',
    status: 'Declined',
    weight: 5,
    about: 'Every check passed; a person declined.',
    play: (draft) => {
      draft.decision['reviews'] = [
        {
          user: 'robin@ops.example',
          new_status: 'Declined',
          comment: 'Customer asked us to close the application.',
          created_at: moment(draft.cast, 5400),
        },
      ]
    },
  },
  {
    name: 'resubmitted',
    kind: 'user',
    status: 'Resubmitted',
    weight: 5,
    about: 'Asked for the document again; earlier attempts are kept.',
    play: (draft) => {
      warn(draft, 'id_verifications', 'COULD_NOT_RECOGNIZE_DOCUMENT', 'warning')
      set(draft, 'liveness_checks', { status: 'Resub Requested' })
      draft.decision['reviews'] = [
        {
          user: 'robin@ops.example',
          new_status: 'Resubmitted',
          comment: 'Glare over the number, please take it again.',
          created_at: moment(draft.cast, 3000),
        },
        {
          user: 'API Client',
          new_status: 'Resubmitted',
          comment: 'Second attempt still unreadable.',
          created_at: moment(draft.cast, 9000),
        },
      ]
    },
  },
  {
    name: 'kyc-expired',
    kind: 'user',
    status: 'Kyc Expired',
    weight: 5,
    about: 'Approved once; the validity has ended since.',
    document: { expiredDays: 0 },
  },
  { name: 'abandoned', kind: 'user', status: 'Abandoned', weight: 5, done: 2, about: 'Left after the second step.' },
  { name: 'abandoned-early', kind: 'user', status: 'Abandoned', weight: 4, about: 'Left somewhere on the way.' },
  { name: 'not-started', kind: 'user', status: 'Not Started', weight: 5, about: 'The link was never opened: every array is null.' },
  { name: 'expired', kind: 'user', status: 'Expired', weight: 5, about: 'The link ran out unopened.' },
  {
    name: 'in-progress',
    kind: 'user',
    status: 'In Progress',
    weight: 5,
    done: 2,
    about: 'In the middle of the flow.',
    play: (draft) => {
      const last = block(draft, 'liveness_checks') ?? block(draft, 'nfc_verifications')
      if (last !== undefined) last['status'] = 'Not Finished'
    },
  },
]
