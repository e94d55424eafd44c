import type { Cast } from '../cast.ts'
import { hashText } from '../random.ts'
import { text } from './canvas.ts'
import { paperOf, signature, specimen } from './card.ts'

export const PAGE = { width: 1190, height: 1684 }

export interface Letter {
  issuer: string
  title: string
  date: string
  /** Lines of the address block; the first is the name. */
  to: readonly string[]
  rows: readonly (readonly [string, string])[]
  note: string
  /** Name and first amount look written over. */
  edited: boolean
  /** A small bar chart of the last twelve months. */
  chart: boolean
}

/** A one-page letter or certificate with an address, a table and a signature. Units are twice the PDF's points. */
export function letter(cast: Cast, page: Letter): string {
  const { width, height } = PAGE
  const { ink } = paperOf(page.issuer)
  const rows = page.rows
    .map(([name, value], i) => {
      const y = 690 + i * 62
      const cover = page.edited && i === 0
      return `<path d="M112 ${y + 20}H1078" stroke="#cfd5db" stroke-width="2"/>${text(112, y, name, { size: 27, fill: '#46505c', fit: 560 })}${cover ? `<rect x="780" y="${y - 34}" width="304" height="46" fill="#fffef6"/>` : ''}${text(1078, y, value, cover ? { size: 31, mono: true, anchor: 'end', fill: '#000' } : { size: 27, anchor: 'end', fit: 480 })}`
    })
    .join('')
  const address = page.to
    .map((line, i) => {
      const cover = page.edited && i === 0
      return `${cover ? '<rect x="106" y="308" width="430" height="66" fill="#fffef6"/>' : ''}${text(112, 350 + i * 46, line, cover ? { size: 33, mono: true, fill: '#000', fit: 420 } : { size: 30, fit: 760 })}`
    })
    .join('')
  const bars = Array.from({ length: 12 }, (_, i) => {
    const tall = cast.dice.int(`month${i}`, 30, 150)
    return `<rect x="${112 + i * 60}" y="${1330 - tall}" width="36" height="${tall}" rx="4" fill="${ink}" opacity="${i === 11 ? 0.85 : 0.3}"/>`
  }).join('')
  return `<rect width="${width}" height="${height}" fill="#fdfdfb"/><rect width="${width}" height="16" fill="${ink}"/>
<g transform="translate(112 92)"><circle cx="34" cy="34" r="34" fill="${ink}"/><path d="M18 ${40 - (hashText(page.issuer) % 12)}L34 18L50 46Z" fill="#fff"/></g>
${text(200, 140, page.issuer, { size: 42, bold: true, fill: ink, fit: 860 })}${text(1078, 220, page.date, { size: 26, anchor: 'end', fill: '#46505c' })}
${address}${text(112, 590, page.title, { size: 40, bold: true, fit: 960 })}${rows}
${page.chart ? bars : ''}
${text(112, 1420, page.note, { size: 24, fill: '#5b6571', fit: 960 })}${signature(cast, 120, 1540, '#27364f')}
${text(112, 1620, 'Specimen document of an invented issuer. Not valid.', { size: 21, fill: '#8a939d' })}${specimen(width, height, 200)}`
}
