import type { Person } from '../people/person.ts'
import { Dice } from '../random.ts'

/** How a face is drawn; the same person always looks the same. */
export interface Look {
  skin: string
  shade: string
  lips: string
  hair: string
  eye: string
  style: 'short' | 'fringe' | 'bald' | 'curly' | 'long' | 'bob' | 'bun' | 'parted'
  headwear: 'none' | 'scarf' | 'turban'
  cloth: string
  scarf: string
  glasses: boolean
  beard: 'none' | 'full' | 'stubble' | 'moustache'
  /** 0 to 1 */
  age: number
  jaw: number
  eyes: number
  brow: number
  nose: number
  mouth: number
  woman: boolean
}

type Tone = readonly [skin: string, shade: string, lips: string]

const LIGHT: readonly Tone[] = [
  ['#f0cdb4', '#d9a98b', '#c4766c'],
  ['#e9bf9f', '#cf9a78', '#b96a60'],
  ['#f3d6c2', '#dcb197', '#c97f78'],
]
const MEDIUM: readonly Tone[] = [
  ['#dcae86', '#bd8960', '#a9604f'],
  ['#cf9d72', '#ae7a50', '#9a5545'],
  ['#e3b98f', '#c59468', '#b06a58'],
]
const DARK: readonly Tone[] = [
  ['#8a5a3c', '#6b4229', '#7b3f35'],
  ['#6f452d', '#53311e', '#66352c'],
  ['#a06c48', '#7f5032', '#8a493c'],
]
const EAST: readonly Tone[] = [
  ['#f2d3b6', '#dab08c', '#c4786e'],
  ['#e8c5a2', '#cc9f78', '#b86c60'],
]
const DARK_HAIR = ['#1d1a19', '#2a211d', '#352820', '#241d22']
const FAIR_HAIR = ['#5a3d28', '#8a6239', '#b78b4e', '#3b2a20', '#7a4a2b', '#2a211d']

function tones(culture: string): readonly Tone[] {
  if (['nigerian', 'kenyan', 'southafrican'].includes(culture)) return DARK
  if (['japanese', 'chinese', 'korean', 'singaporean'].includes(culture)) return EAST
  if (['arabic', 'indian', 'indonesian', 'thai', 'turkish', 'brazilian', 'hebrew', 'greek'].includes(culture)) return MEDIUM
  return LIGHT
}

/** `face` replaces the person's own face number, for pictures that show somebody else. */
export function lookOf(person: Person, year: number, face = person.face): Look {
  const dice = new Dice(face, 0x10c)
  const { culture } = person.country
  const woman = person.sex === 'F'
  const [skin, shade, lips] = dice.pick('tone', tones(culture))
  const years = year - Number(person.birth.slice(0, 4))
  const age = Math.max(0, Math.min(1, (years - 24) / 50))
  const fair = tones(culture) === LIGHT
  const grey = years > 52 && dice.chance('grey', 0.3 + age * 0.6)
  const scarf = woman && ['arabic', 'indonesian', 'turkish'].includes(culture) && dice.chance('scarf', culture === 'arabic' ? 0.6 : 0.25)
  const turban = !woman && culture === 'indian' && dice.chance('turban', 0.18)
  return {
    skin,
    shade,
    lips: woman ? lips : shade,
    hair: grey ? dice.pick('greys', ['#8d8a86', '#b7b3ad', '#6d6a68']) : dice.pick('hair', fair ? FAIR_HAIR : DARK_HAIR),
    eye: dice.pick('eye', fair ? ['#4a6c8c', '#5d7a4f', '#4b3527', '#6b5433'] : ['#3a2718', '#2d1d13', '#4b3220']),
    style: woman
      ? dice.pick('style', ['long', 'bob', 'bun', 'parted', 'long'])
      : dice.pick('style', years > 48 ? ['short', 'bald', 'fringe'] : ['short', 'fringe', 'curly', 'short']),
    headwear: scarf ? 'scarf' : turban ? 'turban' : 'none',
    cloth: dice.pick('cloth', ['#3f5268', '#5b6f5d', '#6b4c4c', '#30343c', '#7d6b57', '#46587c', '#8a5e6d']),
    scarf: dice.pick('scarfcolour', ['#50617a', '#7a5a66', '#5f7467', '#3d3f4a', '#8a7a5c']),
    glasses: dice.chance('glasses', 0.2 + age * 0.25),
    beard: woman ? 'none' : dice.pick('beard', ['none', 'none', 'stubble', 'full', 'moustache']),
    age,
    jaw: dice.unit('jaw'),
    eyes: dice.unit('eyes'),
    brow: dice.unit('brow'),
    nose: dice.unit('nose'),
    mouth: dice.unit('mouth'),
    woman,
  }
}
