import type { DocumentCode } from '../people/country.ts'
import type { Person } from '../people/person.ts'
import { day, pattern } from '../people/person.ts'
import type { Dice } from '../random.ts'
import type { Mrz } from './mrz.ts'
import { makeMrz } from './mrz.ts'

export interface IdDocument {
  code: DocumentCode
  number: string
  /** YYYY-MM-DD */
  issued: string
  expires: string
  /** Null on driving licences. */
  mrz: Mrz | null
  mrzType: 'TD1' | 'TD3' | null
  mrzCode: string
  issuer: string
  /** alpha-3; a residence permit is given to foreigners. */
  nationality: string
}

export const DOCUMENT_NAMES: Readonly<Record<DocumentCode, string>> = {
  ID: 'Identity Card',
  P: 'Passport',
  DL: "Driver's License",
  RP: 'Residence Permit',
}

/** Where the holders of residence permits come from, chosen so that names stay believable. */
const NEIGHBOURS: Readonly<Record<string, string>> = { GBR: 'AUS', DEU: 'CHE', FRA: 'CAN', ESP: 'MEX', ARE: 'EGY', JPN: 'BRA' }

const YEAR = 365.2425 * 86_400_000

/** A document of the person, valid at `now` unless `expiredDays` says how long ago it ended. */
export function documentOf(dice: Dice, person: Person, now: number, wish: { code?: DocumentCode; expiredDays?: number } = {}): IdDocument {
  const code = wish.code ?? dice.pick('document', person.country.documents)
  const ends = wish.expiredDays === undefined ? now + (0.3 + dice.unit('left') * 8.5) * YEAR : now - wish.expiredDays * 86_400_000
  const number = pattern(dice, 'number', person.country.documentNumber)
  const draft: IdDocument = {
    code,
    number,
    issued: day(ends - 10 * YEAR),
    expires: day(ends),
    mrz: null,
    mrzType: code === 'DL' ? null : code === 'P' ? 'TD3' : 'TD1',
    mrzCode: code === 'P' ? 'P' : code === 'RP' ? 'IR' : 'ID',
    issuer: person.country.alpha3,
    nationality: code === 'RP' ? (NEIGHBOURS[person.country.alpha3] ?? 'UTO') : person.country.alpha3,
  }
  return withMrz(draft, person)
}

/** The document with its machine-readable zone written anew from the person and its own fields. */
export function withMrz(document: IdDocument, person: Person): IdDocument {
  if (document.mrzType === null) return { ...document, mrz: null }
  const zone = (alpha3: string): string => (alpha3 === 'DEU' ? 'D' : alpha3)
  return {
    ...document,
    mrz: makeMrz({
      format: document.mrzType,
      code: document.mrzCode,
      issuer: zone(document.issuer),
      nationality: zone(document.nationality),
      number: document.number,
      surname: person.family.latin,
      given: person.given.latin,
      birth: person.birth,
      expiry: document.expires,
      sex: person.sex,
      optional: person.personalNumber.length <= 14 ? person.personalNumber : '',
    }),
  }
}
