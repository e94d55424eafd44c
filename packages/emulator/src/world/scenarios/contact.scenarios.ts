import { breach, contactMatch } from '../decisions/contact.ts'
import { set, warn } from '../decisions/draft.ts'
import type { PlayedScenario } from './scenario.ts'

const PHONE = 'phone_verifications'
const MAIL = 'email_verifications'
const WORKFLOW = ['retail-eu', 'retail-apac', 'retail-gcc', 'retail-africa', 'retail-americas']

export const CONTACT_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'phone-voip',
    kind: 'user',
    status: 'In Review',
    weight: 6,
    workflow: WORKFLOW,
    about: 'The number belongs to an internet telephone service.',
    play: (draft) => {
      set(draft, PHONE, { is_virtual: true, carrier: { name: 'Example Cloud Voice', type: 'voip' } })
      warn(draft, PHONE, 'VOIP_NUMBER_DETECTED', 'warning')
    },
  },
  {
    name: 'phone-disposable',
    kind: 'user',
    status: 'Declined',
    weight: 4,
    workflow: WORKFLOW,
    about: 'A number of a throw-away service.',
    play: (draft) => {
      set(draft, PHONE, { is_disposable: true, is_virtual: true, carrier: { name: 'Example Temp Numbers', type: 'voip' } })
      warn(draft, PHONE, 'DISPOSABLE_NUMBER_DETECTED', 'error')
    },
  },
  {
    name: 'phone-duplicate',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    workflow: WORKFLOW,
    twin: true,
    about: 'The number was verified before by another customer number.',
    play: (draft) => {
      const twin = draft.cast.twin === undefined ? undefined : draft.cast.other(draft.cast.twin)
      if (twin !== undefined) set(draft, PHONE, { matches: [contactMatch(twin, 'phone_number', draft.cast.person.phone)] })
      warn(draft, PHONE, 'DUPLICATED_PHONE_NUMBER', 'warning', twin === undefined ? null : { duplicated_session_id: twin.sessionId })
    },
  },
  {
    name: 'email-breached',
    kind: 'user',
    status: 'Approved',
    weight: 12,
    workflow: WORKFLOW,
    about: 'Approved; the e-mail address is known from data leaks.',
    play: (draft) => {
      set(draft, MAIL, { is_breached: true, breaches: [breach(draft.cast, 0), breach(draft.cast, 1), breach(draft.cast, 2)] })
      warn(draft, MAIL, 'BREACHED_EMAIL_DETECTED', 'information')
    },
  },
  {
    name: 'email-disposable',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    workflow: WORKFLOW,
    about: 'An e-mail address of a throw-away service.',
    cast: (cast) => {
      cast.person.email = `k${cast.dice.digits('temp', 7)}@throwaway.example`
    },
    play: (draft) => {
      set(draft, MAIL, { is_disposable: true })
      warn(draft, MAIL, 'DISPOSABLE_EMAIL_DETECTED', 'warning')
    },
  },
  {
    name: 'contact-unverified',
    kind: 'user',
    status: 'Declined',
    weight: 4,
    workflow: WORKFLOW,
    about: 'The code was entered wrongly three times; number and address stay unverified.',
    play: (draft) => {
      set(draft, PHONE, { verification_attempts: 3, verified_at: null, lifecycle: [] })
      set(draft, MAIL, { status: 'Not Finished', verification_attempts: 0, verified_at: null, lifecycle: [] })
      warn(draft, PHONE, 'VERIFICATION_CODE_ATTEMPTS_EXCEEDED', 'error')
    },
  },
]
