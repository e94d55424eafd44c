import type { SessionDetail } from '@verdict/contract/case'
import { fieldsOf, numberOf } from './json-shape.ts'

export interface Point {
  latitude: number
  longitude: number
}

export interface Place {
  kind: 'ip' | 'document' | 'poa'
  word: string
  at: Point
}

/** A point out of the ways in which one is written, or null. */
export function pointOf(value: unknown): Point | null {
  const fields = fieldsOf(value)
  const latitude = numberOf(fields['latitude'] ?? fields['lat'])
  const longitude = numberOf(fields['longitude'] ?? fields['lng'])
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return { latitude, longitude }
}

export const placeOfAddress = (parsed: unknown): Point | null => pointOf(fieldsOf(parsed)['documentLocation'])

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres between two points along the earth's surface. */
export function kilometres(one: Point, two: Point): number {
  const [up, over] = [radians(two.latitude - one.latitude), radians(two.longitude - one.longitude)]
  const half = Math.sin(up / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(two.latitude)) * Math.sin(over / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** "1,254 km", "3.4 km", "The same place". */
export function distanceWords(distance: number): string {
  if (distance < 0.05) return 'The same place'
  return `${distance.toLocaleString('en-GB', { maximumFractionDigits: distance < 20 ? 1 : 0 })} km`
}

/** The places that the session knows: of the connection, of the document's address and of the proof of address. */
export function placesOf(session: SessionDetail): Place[] {
  const places: Place[] = []
  const add = (kind: Place['kind'], word: string, at: Point | null) => {
    if (at && !places.some((place) => place.kind === kind)) places.push({ kind, word, at })
  }
  for (const run of session.sections.flatMap((section) => section.runs)) {
    if (run.kind === 'identityDocument') add('document', 'Document’s place', placeOfAddress(run.data.parsedAddress))
    if (run.kind === 'proofOfAddress') add('poa', 'Proof of address', placeOfAddress(run.data.poaParsedAddress))
    if (run.kind === 'ipAnalysis') {
      const info = fieldsOf(run.data.locationsInfo)
      add('ip', 'Connection', pointOf(fieldsOf(info['ip'])['location']) ?? pointOf(run.data))
      add('document', 'Document’s place', pointOf(fieldsOf(info['idDocument'])['location']))
      add('poa', 'Proof of address', pointOf(fieldsOf(info['poaDocument'])['location']))
    }
  }
  return places
}
