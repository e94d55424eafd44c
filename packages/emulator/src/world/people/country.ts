import type { CultureName } from './names.ts'

export interface Place {
  city: string
  region: string
  postalCode: string
  latitude: number
  longitude: number
}

export interface Country {
  alpha3: string
  alpha2: string
  name: string
  culture: CultureName
  /** International dialling prefix, and a mobile number after it with `#` for each free digit. */
  dial: string
  mobile: string
  zone: string
  offset: string
  language: string
  street: readonly string[]
  /** `before` writes "12 High Street", `after` "Hauptstraße 12". */
  houseNumber: 'before' | 'after'
  places: readonly Place[]
  /** `#` digit, `A` letter. */
  documentNumber: string
  personalNumber: string
  documents: readonly DocumentCode[]
}

export type DocumentCode = 'ID' | 'P' | 'DL' | 'RP'

type Row = readonly [
  identity: string,
  culture: CultureName,
  phone: string,
  clock: string,
  streets: string,
  places: string,
  numbers: string,
  documents: string,
]

/** Columns are packed into short strings, parts separated by `;` or `/`, so that a country is one paragraph. */
export function readCountry(row: Row): Country {
  const [identity, culture, phone, clock, streets, places, numbers, documents] = row
  const [alpha3 = '', alpha2 = '', name = ''] = identity.split(' / ')
  const [dial = '', mobile = ''] = phone.split(' ')
  const [zone = '', offset = '', language = ''] = clock.split(' ')
  const [documentNumber = '', personalNumber = ''] = numbers.split(' ')
  const after = streets.startsWith('>')
  return {
    alpha3,
    alpha2,
    name,
    culture,
    dial,
    mobile,
    zone,
    offset,
    language,
    street: (after ? streets.slice(1) : streets).split('; '),
    houseNumber: after ? 'after' : 'before',
    places: places.split('; ').map(readPlace),
    documentNumber,
    personalNumber,
    documents: documents.split(' ').filter((code) => code === 'ID' || code === 'P' || code === 'DL' || code === 'RP'),
  }
}

function readPlace(text: string): Place {
  const [city = '', region = '', postalCode = '', latitude = '', longitude = ''] = text.split('/')
  return { city, region, postalCode, latitude: Number(latitude), longitude: Number(longitude) }
}
