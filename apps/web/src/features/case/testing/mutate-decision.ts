import type { Json, JsonObject } from '@verdict/contract/json'

/** Even numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function makeDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const strange: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e21,
  0.1,
  '',
  ' ',
  'N/A',
  '2025-02-30',
  '1899-12-31T25:61:61Z',
  'سيف عبد الله البحري',
  'שרה כהן‏',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'javascript:alert(1)',
  'https://media.example.test/a.jpg?X-Amz-Signature=1',
  [],
  {},
  [[]],
  [null],
  [{}],
  { unknown: { deep: [1, 'two', null] } },
  ['one', 2, { three: 3 }],
]

type Place = { holder: JsonObject; key: string } | { holder: Json[]; key: number }

/** Every place below `value`, whatever its depth. */
function placesOf(value: Json, found: Place[] = []): Place[] {
  if (Array.isArray(value)) {
    for (const [key, inner] of value.entries()) {
      found.push({ holder: value, key })
      placesOf(inner, found)
    }
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      found.push({ holder: value, key })
      placesOf(inner, found)
    }
  }
  return found
}

const read = (place: Place): Json | undefined => (Array.isArray(place.holder) ? place.holder[Number(place.key)] : place.holder[place.key])

function write(place: Place, value: Json): void {
  if (Array.isArray(place.holder)) place.holder[Number(place.key)] = value
  else place.holder[place.key] = value
}

function drop(place: Place): void {
  if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1)
  else delete place.holder[place.key]
}

/** A list a thousand long, once in a while: hits, matches, parties. */
function crowd(place: Place | undefined): void {
  const value = place && read(place)
  const first = Array.isArray(value) ? value[0] : undefined
  if (place && first !== undefined)
    write(
      place,
      Array.from({ length: 1000 }, () => structuredClone(first)),
    )
}

/** A real decision with a handful of things wrong in it, chosen by `dice`. The original stays as it is. */
export function mutateDecision(decision: JsonObject, dice: () => number): JsonObject {
  const mutated = structuredClone(decision)
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(dice() * from.length)]
  const count = 1 + Math.floor(dice() * 8)
  for (let turn = 0; turn < count; turn++) {
    const places = placesOf(mutated)
    const place = pick(places)
    if (!place) break
    const way = dice()
    if (way < 0.25) drop(place)
    else if (way < 0.4) write(place, null)
    else if (way < 0.75) write(place, structuredClone(pick(strange) ?? null))
    else if (way < 0.82) write(place, 'x'.repeat(20_000))
    else if (way < 0.89) mutated[`${pick(['voice', 'iris', 'gait']) ?? ''}_checks`] = structuredClone(pick(strange) ?? null)
    else if (way < 0.97) write(place, [structuredClone(read(place) ?? null), structuredClone(read(place) ?? null)])
    else crowd(pick(places.filter((candidate) => Array.isArray(read(candidate)))))
  }
  return mutated
}
