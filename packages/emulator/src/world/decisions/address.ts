import { addressOf } from '../people/person.ts'
import type { Person } from '../people/person.ts'
import { Dice, hashText } from '../random.ts'
import type { JsonObject } from '../types.ts'

/** The address of an identity document, taken apart and placed on the map. */
export function parsedAddress(person: Person): JsonObject {
  const { place, country } = person
  const { latitude, longitude } = spot(person)
  const formatted = `${addressOf(person)}, ${country.name}`
  const component = (types: string[], long: string, short = long): JsonObject => ({ types, long_name: long, short_name: short })
  return {
    city: place.city,
    label: `${country.name} document address`,
    region: place.region,
    country: country.alpha2,
    category: 'Residential',
    street_1: person.street,
    street_2: null,
    is_verified: true,
    postal_code: place.postalCode,
    raw_results: {
      types: ['street_address'],
      geometry: {
        location: { lat: latitude, lng: longitude },
        viewport: {
          northeast: { lat: round(latitude + 0.0013), lng: round(longitude + 0.0013) },
          southwest: { lat: round(latitude - 0.0013), lng: round(longitude - 0.0013) },
        },
        location_type: 'ROOFTOP',
      },
      place_id: `specimen-${hashText(formatted).toString(36)}`,
      formatted_address: formatted,
      navigation_points: [{ location: { latitude, longitude } }],
      address_components: [
        component(['route'], person.street),
        component(['locality', 'political'], place.city),
        component(['country', 'political'], country.name, country.alpha2),
        component(['postal_code'], place.postalCode),
      ],
    },
    address_type: 'Street',
    document_location: { latitude, longitude },
    formatted_address: formatted,
  }
}

/** The shorter form used by proofs of address. */
export function shortAddress(person: Person): JsonObject {
  return {
    address_type: 'Street',
    street_1: person.street,
    street_2: null,
    city: person.place.city,
    region: person.place.region,
    country: person.country.alpha2,
    postal_code: person.place.postalCode,
    document_location: spot(person),
  }
}

export function spot(person: Person): { latitude: number; longitude: number } {
  const dice = new Dice(hashText(person.street), hashText(person.place.city))
  return {
    latitude: round(person.place.latitude + (dice.unit('lat') - 0.5) * 0.06),
    longitude: round(person.place.longitude + (dice.unit('lng') - 0.5) * 0.06),
  }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
