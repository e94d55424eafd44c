import type { Cast } from '../cast.ts'
import { DOCUMENT_NAMES } from '../documents/document.ts'
import type { DocumentCode } from '../people/country.ts'
import { Dice, hashText } from '../random.ts'
import type { JsonObject } from '../types.ts'
import { canWrite, text } from './canvas.ts'
import { face } from './face.ts'
import { lookOf } from './look.ts'

export const CARD = { width: 1400, height: 900 }

interface Paper {
  from: string
  to: string
  ink: string
}

const PAPERS: readonly Paper[] = [
  { from: '#eaf1ee', to: '#d5e4ea', ink: '#24566b' },
  { from: '#f3efe2', to: '#e0e6d6', ink: '#5a6127' },
  { from: '#eceaf4', to: '#d9dcec', ink: '#3c3f7a' },
  { from: '#f4e9e6', to: '#e7dcdf', ink: '#7a3140' },
  { from: '#e6f0f4', to: '#dbe6d8', ink: '#1f5d52' },
]

export function paperOf(country: string): Paper {
  return PAPERS[hashText(country) % PAPERS.length] ?? { from: '#eef1f4', to: '#dde3e8', ink: '#2a3a55' }
}

/** Wavy lines like those printed against copying. */
export function waves(width: number, height: number, ink: string, seed: number): string {
  const dice = new Dice(seed, 5)
  let paths = ''
  for (let row = 0; row < 22; row++) {
    const y = (row / 21) * height
    const lift = 18 + dice.int(`lift${row % 5}`, 0, 26)
    paths += `<path d="M0 ${y.toFixed(0)}Q${width * 0.17} ${(y - lift).toFixed(0)} ${width * 0.34} ${y.toFixed(0)}T${width * 0.68} ${y.toFixed(0)}T${width} ${y.toFixed(0)}"/>`
  }
  const rings = Array.from({ length: 12 }, (_, i) => `<circle cx="${width * 0.66}" cy="${height * 0.5}" r="${60 + i * 19}"/>`).join('')
  return `<g fill="none" stroke="${ink}" stroke-width="1.6" stroke-opacity=".2">${paths}${rings}</g>`
}

export function specimen(width: number, height: number, size = 190): string {
  return `<g transform="translate(${width / 2} ${height / 2}) rotate(-24)">${text(0, size * 0.34, 'SPECIMEN', { size, bold: true, fill: '#c0392b', anchor: 'middle', opacity: 0.17 })}</g>`
}

function str(block: JsonObject, key: string): string {
  const value = block[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '—'
}

/** 1991-03-14 as 14.03.1991 */
function printed(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? date.split('-').toReversed().join('.') : date
}

function writable(native: string, latin: string): string {
  return canWrite(native) ? native : latin
}

function isPassport(block: JsonObject): boolean {
  return block['document_type'] === DOCUMENT_NAMES.P
}

function titleOf(type: string): string {
  const codes: readonly DocumentCode[] = ['ID', 'P', 'DL', 'RP']
  const code = codes.find((entry) => DOCUMENT_NAMES[entry] === type) ?? 'ID'
  return { ID: 'IDENTITY CARD', P: 'PASSPORT', DL: 'DRIVING LICENCE', RP: 'RESIDENCE PERMIT' }[code]
}

function mrzLines(block: JsonObject): string[] {
  const zone = block['mrz']
  const lines = typeof zone === 'object' && zone !== null && !Array.isArray(zone) ? zone['mrz_string'] : undefined
  return typeof lines === 'string' ? lines.split('\n') : []
}

/** Front of the document as the decision's block reads it, in a box of 1400 by 900. */
export function cardFront(cast: Cast, block: JsonObject, faceNumber: number, year: number): string {
  const { width, height } = CARD
  const paper = paperOf(str(block, 'issuing_state'))
  const passport = isPassport(block)
  const look = lookOf(cast.person, year - 3, faceNumber)
  const fields: readonly (readonly [label: string, value: string, x: number, y: number, room: number])[] = [
    ['Surname', writable(str(block, 'last_name'), cast.person.family.latin).toUpperCase(), 500, 282, 830],
    ['Given names', writable(str(block, 'first_name'), cast.person.given.latin).toUpperCase(), 500, 382, 830],
    ['Date of birth', printed(str(block, 'date_of_birth')), 500, 482, 250],
    ['Sex', str(block, 'gender'), 800, 482, 120],
    ['Nationality', str(block, 'nationality'), 980, 482, 200],
    ['Document no.', str(block, 'document_number'), 500, 574, 280],
    ['Date of issue', printed(str(block, 'date_of_issue')), 800, 574, 240],
    ['Date of expiry', printed(str(block, 'expiration_date')), 1060, 574, 240],
    ['Place of birth', str(block, 'place_of_birth'), 500, 666, 280],
    ['Personal no.', str(block, 'personal_number'), 800, 666, 400],
  ]
  const written = fields
    .map(
      ([label, value, x, y, room], i) =>
        text(x, i < 2 ? y - 46 : y - 34, label, { size: 19, fill: paper.ink }) +
        text(x, y + 4, value, { size: i < 2 ? 46 : 34, bold: true, fit: room, fill: '#1c2430' }),
    )
    .join('')
  const zone = passport ? mrzLines(block) : []
  const machine =
    zone.length === 0
      ? ''
      : `<rect y="728" width="${width}" height="172" fill="#fff" opacity=".72"/>${zone.map((line, i) => text(50, 796 + i * 62, line, { size: 48.5, mono: true, fill: '#1a1d22' })).join('')}`
  const state = str(block, 'issuing_state_name').toUpperCase()
  return `<defs><linearGradient id="paper" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${paper.from}"/><stop offset="1" stop-color="${paper.to}"/></linearGradient><clipPath id="photo"><rect x="76" y="232" width="368" height="466" rx="8"/></clipPath></defs>
<rect width="${width}" height="${height}" fill="url(#paper)"/>${waves(width, height, paper.ink, hashText(state))}
<rect width="${width}" height="12" fill="${paper.ink}" opacity=".85"/>
${text(76, 104, titleOf(str(block, 'document_type')), { size: 60, bold: true, fill: paper.ink })}
${text(78, 156, `${str(block, 'issuing_state')} · ${state}`, { size: 28, fill: paper.ink, fit: 900 })}
<g transform="translate(1236 58)" fill="none" stroke="${paper.ink}" stroke-width="5"><rect width="92" height="68" rx="10"/><circle cx="46" cy="34" r="14"/><path d="M0 34H32M60 34H92"/></g>
<g clip-path="url(#photo)"><svg x="76" y="232" width="368" height="466" viewBox="0 0 600 760">${face(look, { background: ['#d9dfe4', '#c3ccd3'], scale: 1.22, dx: 0, dy: 26, tilt: 0, glasses: false, id: 'doc' })}</svg></g>
${written}
<svg x="1178" y="600" width="150" height="190" viewBox="0 0 600 760" opacity=".3">${face(look, { background: ['#ffffff', '#ffffff'], scale: 1.2, dx: 0, dy: 26, tilt: 0, glasses: false, id: 'ghost' })}</svg>
${passport ? '' : signature(cast, 520, 770, paper.ink)}${specimen(width, height)}${machine}`
}

/** Back of a card: address, authority and, where there is one, the machine-readable zone. */
export function cardBack(cast: Cast, block: JsonObject): string {
  const { width, height } = CARD
  const paper = paperOf(str(block, 'issuing_state'))
  const zone = mrzLines(block)
  const label = (x: number, y: number, name: string, value: string, room: number): string =>
    text(x, y - 34, name, { size: 19, fill: paper.ink }) + text(x, y + 2, value, { size: 32, bold: true, fit: room })
  const bars = Array.from(
    { length: 60 },
    (_, i) => `<rect x="${980 + i * 5.6}" y="300" width="${cast.dice.int(`bar${i}`, 1, 4)}" height="120"/>`,
  ).join('')
  return `<defs><linearGradient id="paper" x1="1" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${paper.from}"/><stop offset="1" stop-color="${paper.to}"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#paper)"/>${waves(width, height, paper.ink, hashText(paper.ink))}
<rect y="46" width="${width}" height="112" fill="#2c3138" opacity=".9"/>
${label(76, 276, 'Address', str(block, 'address'), 860)}
${label(76, 376, 'Authority', `Office of Samples, ${cast.person.place.city}`, 560)}
${label(76, 476, 'Document no.', str(block, 'document_number'), 400)}
${label(500, 476, 'Date of issue', printed(str(block, 'date_of_issue')), 400)}
<g fill="#1f242b">${bars}</g>
${zone.length === 0 ? label(76, 576, 'Categories', 'AM   B   B1', 400) : `<rect y="586" width="${width}" height="314" fill="#fff" opacity=".75"/>${zone.map((line, i) => text(72, 676 + i * 84, line, { size: 69, mono: true, fill: '#1a1d22' })).join('')}`}
${specimen(width, height)}`
}

/** A pen stroke made from the person's name. */
export function signature(cast: Cast, x: number, y: number, ink: string): string {
  let path = `M${x} ${y}`
  for (let i = 0; i < 9; i++)
    path += `q${cast.dice.int(`sx${i}`, 6, 26)} ${cast.dice.int(`sy${i}`, -62, -14)} ${cast.dice.int(`sw${i}`, 18, 44)} ${cast.dice.int(`se${i}`, -10, 14)}`
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`
}
