import { Dice } from '../random.ts'
import type { WorkflowPlan } from '../workflows.ts'
import { COUNTRIES } from './countries.ts'
import type { Country } from './country.ts'
import { day, pattern } from './person.ts'

export interface Company {
  name: string
  /** alpha-2 */
  country: string
  home: Country
  form: string
  type: string
  registrationNumber: string
  incorporated: string
  address: string
  activity: { code: string; description: string }
  capital: string
  currency: string
  taxNumber: string
  vatNumber: string
  email: string
  website: string
  phone: string
  registry: string
}

type Register = readonly [form: string, type: string, number: string, currency: string, vat: string, registry: string]

const REGISTERS: Readonly<Record<string, Register>> = {
  GB: ['Ltd', 'Private limited company', '0#######', 'GBP', 'GB#########', 'England and Wales'],
  IE: ['DAC', 'Designated activity company', '######', 'EUR', 'IE#######A', 'Ireland'],
  SG: ['Pte Ltd', 'Exempt private company', '20#######A', 'SGD', '', 'Singapore'],
  AE: ['FZ-LLC', 'Free zone company', '######', 'AED', '', 'Dubai'],
  DE: ['GmbH', 'Gesellschaft mit beschränkter Haftung', 'HRB ######', 'EUR', 'DE#########', 'Berlin (Charlottenburg)'],
  FR: ['SAS', 'Société par actions simplifiée', '#########', 'EUR', 'FR###########', 'RCS Paris'],
  NL: ['B.V.', 'Besloten vennootschap', '########', 'EUR', 'NL#########B01', 'KVK'],
  ES: ['S.L.', 'Sociedad limitada', 'B########', 'EUR', 'ESB########', 'Registro Mercantil de Madrid'],
  IT: ['S.r.l.', 'Società a responsabilità limitata', 'MI-#######', 'EUR', 'IT###########', 'Registro Imprese'],
  PL: ['Sp. z o.o.', 'Spółka z ograniczoną odpowiedzialnością', '0000######', 'PLN', 'PL##########', 'KRS'],
}
const FIRST = [
  'Northwind',
  'Bluestone',
  'Larkspur',
  'Meridian',
  'Oakhaven',
  'Silverbirch',
  'Tidewater',
  'Copperfield',
  'Juniper',
  'Halcyon',
  'Redwell',
  'Fernbank',
]
const TRADE = [
  ['Payments', '64999', 'Financial intermediation not elsewhere classified'],
  ['Logistics', '52290', 'Other transportation support activities'],
  ['Software', '62012', 'Business and domestic software development'],
  ['Trading', '46900', 'Non-specialised wholesale trade'],
  ['Foods', '10890', 'Manufacture of other food products'],
  ['Advisory', '70229', 'Management consultancy activities'],
  ['Energy', '35140', 'Trade of electricity'],
] as const

/** The company of a business session; every name carries the word Specimen. */
export function companyOf(seed: number, index: number, workflow: WorkflowPlan): Company {
  const dice = new Dice(seed ^ 0x77aa, index)
  const code = workflow.countries[Math.floor(dice.unit('country') ** 1.6 * workflow.countries.length)] ?? 'GB'
  const home = COUNTRIES.find((entry) => entry.alpha2 === code)
  const register = REGISTERS[code]
  if (home === undefined || register === undefined) throw new RangeError(`no company register for ${code}`)
  const [form, type, number, currency, vat, registry] = register
  const [trade, activityCode, description] = dice.pick('trade', TRADE)
  const first = dice.pick('first', FIRST)
  const place = dice.pick('place', home.places)
  const street = `${dice.pick('street', home.street)} ${dice.int('house', 1, 90)}`
  return {
    name: `${first} Specimen ${trade} ${form}`,
    country: code,
    home,
    form,
    type,
    registrationNumber: pattern(dice, 'number', number),
    incorporated: day(Date.UTC(dice.int('year', 2004, 2024), dice.int('month', 0, 11), dice.int('day', 1, 28))),
    address: `${street}, ${place.postalCode} ${place.city}`,
    activity: { code: activityCode, description },
    capital: String(dice.pick('capital', [100, 1000, 12_500, 25_000, 100_000, 1_250_000])),
    currency,
    taxNumber: dice.digits('tax', 10),
    vatNumber: vat === '' ? '' : pattern(dice, 'vat', vat),
    email: `office@${first.toLowerCase()}-specimen.example`,
    website: `https://${first.toLowerCase()}-specimen.example`,
    phone: `${home.dial}${pattern(dice, 'phone', home.mobile)}`,
    registry,
  }
}
