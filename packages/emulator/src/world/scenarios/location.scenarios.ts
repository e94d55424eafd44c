import { set, warn } from '../decisions/draft.ts'
import { deviceMatch } from '../decisions/location.ts'
import { countryOf } from '../people/countries.ts'
import type { PlayedScenario } from './scenario.ts'

const IP = 'ip_analyses'
const WORKFLOW = ['retail-eu', 'retail-apac', 'retail-gcc', 'retail-africa', 'retail-americas', 'retail-in']

export const LOCATION_SCENARIOS: readonly PlayedScenario[] = [
  {
    name: 'vpn',
    kind: 'user',
    status: 'In Review',
    weight: 8,
    workflow: WORKFLOW,
    about: 'The connection came through a VPN.',
    cast: (cast) => {
      Object.assign(cast.device, { vpn: true, dataCentre: true, isp: 'Example Private Network' })
    },
    play: (draft) => warn(draft, IP, 'PRIVATE_NETWORK_DETECTED', 'warning'),
  },
  {
    name: 'country-mismatch',
    kind: 'user',
    status: 'In Review',
    weight: 7,
    workflow: ['retail-apac', 'retail-gcc', 'retail-africa', 'retail-americas'],
    about: 'Document and connection come from two continents.',
    cast: (cast) => {
      const country = countryOf('DEU')
      Object.assign(cast.device, { country, place: country.places[0] ?? cast.device.place })
    },
    play: (draft) =>
      warn(draft, IP, 'COUNTRY_FROM_DOCUMENT_DOES_NOT_MATCH_COUNTRY_FROM_IP', 'warning', {
        document_country_code: draft.cast.person.country.alpha3,
        ip_country_code: 'DEU',
      }),
  },
  {
    name: 'automation',
    kind: 'user',
    status: 'Declined',
    weight: 3,
    workflow: WORKFLOW,
    about: 'The browser was driven by a program.',
    play: (draft) => {
      set(draft, IP, { browser_family: 'Headless Chrome', is_data_center: true, platform: 'desktop' })
      warn(draft, IP, 'AUTOMATION_FRAMEWORK_DETECTED', 'error')
    },
  },
  {
    name: 'shared-address',
    kind: 'user',
    status: 'Approved',
    weight: 8,
    workflow: WORKFLOW,
    about: 'Approved; somebody else once used the same internet address.',
    play: (draft) => {
      const older = draft.cast.older('neighbour', (cast) => cast.status === 'Approved')
      if (older !== undefined) {
        set(draft, IP, { ip_address: older.device.ip, matches: [deviceMatch(older, 'ip_address')] })
      }
      warn(draft, IP, 'DUPLICATED_IP_ADDRESS', 'information')
    },
  },
]
