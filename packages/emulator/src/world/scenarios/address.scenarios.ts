import { mediaKey } from '../cast.ts'
import { tamperedMetadata } from '../decisions/address-proof.ts'
import { asText, block, set, warn } from '../decisions/draft.ts'
import { day, fullName } from '../people/person.ts'
import { namesOf } from '../people/names.ts'
import type { PlayedScenario } from './scenario.ts'

const POA = 'poa_verifications'
const WORKFLOW = ['retail-eu', 'wealth-sg']

export const ADDRESS_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'address-name-mismatch',
    kind: 'user',
    status: 'In Review',
    weight: 7,
    workflow: WORKFLOW,
    about: 'The bill is in the name of somebody with the same family name.',
    play: (draft) => {
      const { person, dice } = draft.cast
      const lists = namesOf(person.country.culture)
      const other = dice.pick('relative', person.sex === 'M' ? lists.women : lists.men)
      const name = fullName({ ...person, given: other }, 'latin')
      set(draft, POA, { name_on_document: name, name_match_score_id_verification: 46.5 })
      warn(draft, POA, 'NAME_MISMATCH_ID_VERIFICATION', 'warning', { name_on_document: name, score: 46.5 })
    },
  },
  {
    name: 'address-expired',
    kind: 'user',
    status: 'Declined',
    weight: 7,
    workflow: WORKFLOW,
    about: 'The bill is seven months old; three are allowed.',
    play: (draft) => {
      const issued = day(draft.cast.createdAt - 213 * 86_400_000)
      set(draft, POA, { issue_date: issued })
      warn(draft, POA, 'POA_DOCUMENT_EXPIRED', 'error', { max_age_months: 3, issue_date: issued })
    },
  },
  {
    name: 'address-manipulated',
    kind: 'user',
    status: 'In Review',
    weight: 5,
    workflow: WORKFLOW,
    about: 'Name and amount of the bill were written over; the places are known.',
    play: (draft) => {
      const found = block(draft, POA)
      const issued = asText(found?.['issue_date'], '2026-01-01')
      const metadata = tamperedMetadata('image/png', issued, day(draft.cast.createdAt - 2 * 86_400_000), 311_204)
      set(draft, POA, { document_metadata: metadata, document_file: mediaKey(draft.cast, 'poa') })
      warn(draft, POA, 'SUSPECTED_DOCUMENT_MANIPULATION', 'warning', {
        reason: 'text_overlay',
        detection_method: 'overlay',
        manipulated_regions: [{ page: 1, x: 56, y: 150, width: 210, height: 42, page_width: 595, page_height: 842 }],
      })
      warn(draft, POA, 'DOCUMENT_METADATA_MISMATCH', 'information')
    },
  },
  {
    name: 'address-language',
    kind: 'user',
    status: 'In Review',
    weight: 3,
    workflow: ['retail-eu'],
    countries: ['GRC', 'BGR', 'UKR'],
    about: 'The bill is in a language that the workflow does not accept.',
    play: (draft) =>
      warn(draft, POA, 'UNSUPPORTED_DOCUMENT_LANGUAGE', 'warning', { document_language: draft.cast.person.country.language }),
  },
  {
    name: 'address-differs',
    kind: 'user',
    status: 'In Review',
    weight: 4,
    workflow: WORKFLOW,
    about: 'The bill gives another street than the form.',
    play: (draft) => {
      const { person } = draft.cast
      const said = `7 Former Street, ${person.place.postalCode} ${person.place.city}`
      draft.decision['expected_details'] = { address: said, country: person.country.alpha3, poa_country: person.country.alpha3 }
      set(draft, POA, {
        expected_details_address: said,
        expected_details_formatted_address: `${said}, ${person.country.name}`,
        expected_details_parsed_address: { street_1: '7 Former Street', city: person.place.city },
        name_match_score_expected_details: 100,
      })
      warn(draft, POA, 'ADDRESS_MISMATCH_WITH_PROVIDED', 'warning')
    },
  },
]
