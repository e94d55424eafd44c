import { Dice } from '../random.ts'
import type { Country, Place } from './country.ts'
import type { Name } from './names.ts'
import { namesOf } from './names.ts'

export interface Person {
  sex: 'M' | 'F'
  given: Name
  family: Name
  /** Asian name order: family name first. */
  familyFirst: boolean
  /** YYYY-MM-DD */
  birth: string
  birthPlace: Place
  country: Country
  place: Place
  street: string
  marital: string
  /** E.164 */
  phone: string
  email: string
  personalNumber: string
  /** Which face is drawn; rings share one. */
  face: number
}

const DAY = 86_400_000
const FAMILY_FIRST = new Set(['japanese', 'chinese', 'korean'])

/** Names alone, for the places that need no whole person. */
export function nameOf(dice: Dice, country: Country): Pick<Person, 'sex' | 'given' | 'family' | 'familyFirst'> {
  const names = namesOf(country.culture)
  const sex = dice.chance('sex', 0.5) ? 'M' : 'F'
  return {
    sex,
    given: dice.pick('given', sex === 'M' ? names.men : names.women),
    family: dice.pick('family', names.family),
    familyFirst: FAMILY_FIRST.has(country.culture),
  }
}

/** `key` names the person: the same key is the same human being in every session. `epoch` only anchors the age. */
export function personOf(seed: number, key: number, country: Country, epoch: number): Person {
  const dice = new Dice(seed ^ 0x9e11, key)
  const name = nameOf(dice, country)
  const age = 19 + Math.floor(dice.unit('age') ** 1.6 * 55)
  const birth = day(epoch - Math.round((age + dice.unit('birthday')) * 365.2425) * DAY)
  const number = dice.int('house', 1, 180)
  const street = dice.pick('street', country.street)
  const place = dice.pick('place', country.places)
  return {
    ...name,
    birth,
    birthPlace: dice.pick('birthplace', country.places),
    country,
    place,
    street: country.houseNumber === 'after' ? `${street} ${number}` : `${number} ${street}`,
    marital: dice.pick('marital', ['SINGLE', 'MARRIED', 'UNKNOWN', 'DIVORCED']),
    phone: `${country.dial}${pattern(dice, 'phone', country.mobile)}`,
    email: `${plain(name.given.latin)}.${plain(name.family.latin)}${dice.int('mail', 1, 99)}@${dice.pick('mailhost', ['mail.example', 'post.example', 'inbox.example'])}`,
    personalNumber: pattern(dice, 'personal', country.personalNumber),
    face: dice.bits('face'),
  }
}

export function fullName(name: Pick<Person, 'given' | 'family' | 'familyFirst'>, script: 'latin' | 'native'): string {
  const given = name.given[script]
  const family = name.family[script]
  if (script === 'native' && name.familyFirst) return `${family}${given}`
  return `${given} ${family}`
}

export function addressOf(person: Person): string {
  const { city, postalCode } = person.place
  return person.country.houseNumber === 'after' ? `${person.street}, ${postalCode} ${city}` : `${person.street}, ${city} ${postalCode}`
}

/** `#` becomes a digit and `A` a letter, everything else stays. */
export function pattern(dice: Dice, field: string, shape: string): string {
  return shape.replaceAll(/[#A]/g, (mark, at: number) =>
    mark === '#' ? dice.digits(`${field}.${at}`, 1) : dice.letters(`${field}.${at}`, 1),
  )
}

/** YYYY-MM-DD of epoch milliseconds, UTC. */
export function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}
