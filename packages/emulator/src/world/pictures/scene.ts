import type { Cast } from '../cast.ts'
import { Dice } from '../random.ts'
import { text } from './canvas.ts'
import { CARD, signature } from './card.ts'
import { face } from './face.ts'
import type { Look } from './look.ts'

/** How a document was photographed; scenarios choose the flaws. */
export type Flaw = 'none' | 'screen' | 'copy' | 'glare' | 'photo'

/** Marks that a flaw leaves on the document itself. */
export function flawed(body: string, flaw: Flaw): string {
  const { width, height } = CARD
  switch (flaw) {
    case 'screen': {
      const rows = Array.from({ length: 90 }, (_, i) => `<path d="M0 ${i * 10}H${width}"/>`).join('')
      return `${body}<g stroke="#0a1730" stroke-width="3" stroke-opacity=".16">${rows}</g><path d="M0 620Q700 480 1400 700V900H0Z" fill="#5b7bd8" opacity=".12"/><path d="M-40 -40L500 -40L160 900L-40 900Z" fill="#fff" opacity=".14"/>`
    }
    case 'copy':
      return `${body}<rect width="${width}" height="${height}" fill="#8d8d8d" style="mix-blend-mode:saturation"/><rect width="${width}" height="${height}" fill="#fff" opacity=".18"/><path d="M702 0V900" stroke="#9a9a9a" stroke-width="5" opacity=".5"/>`
    case 'glare':
      return `${body}<defs><radialGradient id="glare"><stop offset="0" stop-color="#fff"/><stop offset=".45" stop-color="#fff" stop-opacity=".92"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="690" cy="560" rx="330" ry="170" fill="url(#glare)"/>`
    case 'photo':
      return `${body}<rect x="70" y="226" width="380" height="478" fill="none" stroke="#f7f4ea" stroke-width="7"/><path d="M452 232V706H84" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="4"/>`
  }
  return body
}

/** The document lying on a table, a little turned, as the camera saw it. */
export function onTable(body: string, cast: Cast, side: string): string {
  const tilt = (cast.dice.unit(`tilt/${side}`) - 0.5) * 7
  const table = cast.dice.pick('table', ['#23272e', '#3a332c', '#2c3630', '#40434a'] as const)
  return `<defs><clipPath id="edge"><rect width="1400" height="900" rx="42"/></clipPath></defs><rect width="1600" height="1100" fill="${table}"/><g stroke="#fff" stroke-opacity=".035" stroke-width="26"><path d="M0 180L1600 90M0 520L1600 440M0 860L1600 780"/></g>
<g transform="rotate(${tilt.toFixed(2)} 800 550) translate(107 128) scale(.99 .94)"><rect x="14" y="22" width="1400" height="900" rx="42" fill="#000" opacity=".36"/><g clip-path="url(#edge)">${body}</g></g>`
}

/** A selfie: the same person, another day, another room. */
export function selfie(cast: Cast, look: Look, shot: { id: string; dark?: boolean; replay?: boolean; crowd?: Look }): string {
  const dice = new Dice(cast.dice.bits('selfie'), shot.id === 'camera' ? 2 : 1)
  const wall = dice.pick('wall', [
    ['#c9b9a4', '#8f7f6d'],
    ['#aebbb4', '#6f7f78'],
    ['#c7ccd6', '#8790a0'],
    ['#d6cdbd', '#a3927a'],
  ] as const)
  const person = face(look, {
    background: wall,
    scale: 1.3 + dice.unit('near') * 0.18,
    dx: dice.int('dx', -22, 22) - (shot.crowd === undefined ? 0 : 70),
    dy: dice.int('dy', 10, 46),
    tilt: (dice.unit('tilt') - 0.5) * 9,
    glasses: look.glasses,
    clothes: dice.pick('clothes', ['#46607a', '#6d5a4b', '#394149', '#7b5060', '#4f6b58']),
    id: shot.id,
    bare: shot.crowd !== undefined,
  })
  const other =
    shot.crowd === undefined ? '' : face(shot.crowd, { background: wall, scale: 0.62, dx: 190, dy: -110, tilt: 5, id: `${shot.id}x` })
  const dark = shot.dark === true ? '<rect width="600" height="760" fill="#05070c" opacity=".74"/>' : ''
  const rows = shot.replay === true ? Array.from({ length: 76 }, (_, i) => `<path d="M0 ${i * 10}H600"/>`).join('') : ''
  const replay =
    shot.replay === true
      ? `<g stroke="#0d1b3a" stroke-width="3" stroke-opacity=".2">${rows}</g><rect x="0" y="0" width="600" height="760" fill="none" stroke="#0b0c0f" stroke-width="46"/><path d="M20 20L260 20L90 740H20Z" fill="#fff" opacity=".16"/>`
      : ''
  return `${other}${person}${dark}${replay}${stamp()}`
}

export function stamp(): string {
  return text(584, 744, 'SPECIMEN', { size: 24, bold: true, fill: '#fff', anchor: 'end', opacity: 0.62 })
}

/** The portrait cut from a document: greyer, with the printed lines over it. */
export function portrait(look: Look, ink: string, grey: boolean): string {
  const lines = Array.from({ length: 16 }, (_, i) => `<path d="M0 ${i * 50}Q150 ${i * 50 - 22} 300 ${i * 50}T600 ${i * 50}"/>`).join('')
  const body = face(look, { background: ['#d9dfe4', '#c0c9d0'], scale: 1.24, dx: 0, dy: 28, tilt: 0, glasses: false, id: 'p' })
  const tone = grey
    ? '<rect width="600" height="760" fill="#9aa0a6" style="mix-blend-mode:saturation"/><rect width="600" height="760" fill="#7d8790" opacity=".12"/>'
    : ''
  return `${body}${tone}<g fill="none" stroke="${ink}" stroke-width="2" stroke-opacity="${grey ? 0.1 : 0.24}">${lines}</g>${stamp()}`
}

export function signatureSheet(cast: Cast): string {
  return `<rect width="600" height="200" fill="#fff"/>${signature(cast, 70, 140, '#1b2a44')}${text(590, 190, 'SPECIMEN', { size: 16, fill: '#9aa3ad', anchor: 'end' })}`
}
