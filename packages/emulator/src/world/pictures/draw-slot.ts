import type { Cast } from '../cast.ts'
import { asText, blocks, isObject } from '../decisions/draft.ts'
import { companyOf } from '../people/company.ts'
import { addressOf, fullName } from '../people/person.ts'
import type { JsonObject, MediaFile } from '../types.ts'
import { rasterise, wrap } from './canvas.ts'
import { CARD, cardBack, cardFront, paperOf } from './card.ts'
import { letter, PAGE } from './letter.ts'
import type { Letter } from './letter.ts'
import { letterPdf } from './letter.pdf.ts'
import type { Look } from './look.ts'
import { lookOf } from './look.ts'
import type { Flaw } from './scene.ts'
import { flawed, onTable, portrait, selfie, signatureSheet } from './scene.ts'
import { specimenVideo } from './video.ts'

const FLAWS: Readonly<Record<string, Flaw>> = {
  'screen-capture': 'screen',
  'printed-copy': 'copy',
  glare: 'glare',
  'portrait-manipulated': 'photo',
}

/** Draws one file of a session; undefined for a slot that nothing fills. */
export async function drawSlot(cast: Cast, decision: JsonObject, slot: string): Promise<MediaFile | undefined> {
  const [base = '', run = '1'] = slot.split('-')
  if (base.endsWith('_video')) return { bytes: specimenVideo(), contentType: 'video/webm' }
  if (base === 'poa.pdf' || /^company_\d\.pdf$/.test(base)) {
    return { bytes: await letterPdf(cast, letterFor(cast, decision, base)), contentType: 'application/pdf' }
  }
  const drawing = sheet(cast, decision, base, Number(run) - 1)
  return drawing === undefined ? undefined : { bytes: await rasterise(drawing.svg, drawing.width), contentType: 'image/png' }
}

interface Sheet {
  svg: string
  width: number
}

function sheet(cast: Cast, decision: JsonObject, base: string, position: number): Sheet | undefined {
  const year = new Date(cast.createdAt).getUTCFullYear()
  const { name } = cast.scenario
  const swapped = cast.person.face ^ 0x2f6b91
  const onDocument = name === 'portrait-manipulated' ? swapped : cast.person.face
  const live = lookOf(cast.person, year, name === 'other-person' ? swapped : cast.person.face)
  const printed: Look = lookOf(cast.person, year - 4, onDocument)
  const block = blocks(decision, 'id_verifications')[position] ?? blocks(decision, 'id_verifications')[0] ?? {}
  const ink = paperOf(cast.document.issuer).ink
  const shot = {
    id: 'live',
    dark: name === 'dark-selfie',
    replay: name === 'liveness-attack',
    ...(name === 'several-runs' ? { crowd: lookOf(cast.person, year, swapped) } : {}),
  }
  const face = (body: string, width = 600): Sheet => ({ svg: wrap(600, 760, body), width })
  const card = (body: string): Sheet => ({ svg: wrap(CARD.width, CARD.height, body), width: 1400 })
  const table = (body: string): Sheet => ({ svg: wrap(1600, 1100, body), width: 1600 })
  const front = (): string => flawed(cardFront(cast, block, onDocument, year), FLAWS[name] ?? 'none')
  switch (base) {
    case 'portrait':
    case 'match_target':
      return face(portrait(printed, ink, false))
    case 'chip':
      return face(portrait(lookOf(cast.person, year - 4), ink, true))
    case 'liveness':
    case 'match_source':
      return face(selfie(cast, live, shot))
    case 'front_camera':
      return face(selfie(cast, live, { ...shot, id: 'camera' }))
    case 'list_face':
      return face(selfie(cast, live, { id: 'camera' }))
    case 'large_source':
      return {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-206.6 0 1013.3 760"><rect x="-210" width="1020" height="760" fill="#9c8f80"/>${selfie(cast, live, shot)}</svg>`,
        width: 4000,
      }
    case 'large_target':
      return {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-206.6 0 1013.3 760"><rect x="-210" width="1020" height="760" fill="#ccd3d9"/>${portrait(printed, ink, false)}</svg>`,
        width: 4000,
      }
    case 'signature':
      return { svg: wrap(600, 200, signatureSheet(cast)), width: 600 }
    case 'front':
      return card(front())
    case 'back':
      return card(flawed(cardBack(cast, block), FLAWS[name] === 'photo' ? 'none' : (FLAWS[name] ?? 'none')))
    case 'full_front':
      return table(onTable(front(), cast, 'front'))
    case 'full_back':
      return table(onTable(cardBack(cast, block), cast, 'back'))
    default:
      if (/^(poa|funds|answer_\d|company_\d)$/.test(base))
        return { svg: wrap(PAGE.width, PAGE.height, letter(cast, letterFor(cast, decision, base))), width: PAGE.width }
      return undefined
  }
}

function letterFor(cast: Cast, decision: JsonObject, base: string): Letter {
  const { person, scenario, dice } = cast
  const money = (field: string): string => `${dice.int(field, 20, 4800)}.${dice.digits(`${field}c`, 2)} EUR`
  if (base.startsWith('company')) {
    const company = companyOf(cast.seed, cast.index, cast.workflow)
    const number = Number(base.charAt(8)) - 1
    const items = blocks(decision, 'document_verifications')[0]?.['items']
    const item = Array.isArray(items) ? items[number] : undefined
    const kind = isObject(item) ? asText(item['document_subtype'], 'CERTIFICATE') : 'CERTIFICATE'
    return {
      issuer: `Register of Companies (Specimen), ${company.registry}`,
      title: kind
        .replaceAll('_', ' ')
        .toLowerCase()
        .replace(/^./, (letterA) => letterA.toUpperCase()),
      date: company.incorporated,
      to: [scenario.companyName ?? company.name, company.address, company.home.name],
      rows: [
        ['Registration number', scenario.name === 'company-document-mismatch' ? '00000000' : company.registrationNumber],
        ['Type', company.type],
        ['Incorporated', company.incorporated],
        ['Registered capital', `${company.capital} ${company.currency}`],
        ['Activity', company.activity.description],
      ],
      note: 'Given under the hand of an invented registrar.',
      edited: scenario.name === 'company-document-manipulated' && number === 0,
      chart: false,
    }
  }
  const proof = blocks(decision, 'poa_verifications')[0]
  const poa = base.startsWith('poa') ? proof : undefined
  const said = (key: string, otherwise: string): string => (typeof poa?.[key] === 'string' ? poa[key] : otherwise)
  const address = said('poa_address', addressOf(person)).split(', ')
  const holder = scenario.name === 'funds-name-mismatch' && base === 'funds' ? 'Halcyon Specimen Trading Ltd' : fullName(person, 'latin')
  return {
    issuer: said('issuer', 'Specimen Savings Bank'),
    title:
      poa === undefined
        ? 'Account statement'
        : said('document_type', 'LETTER')
            .replaceAll('_', ' ')
            .toLowerCase()
            .replace(/^./, (first) => first.toUpperCase()),
    date: said('issue_date', new Date(cast.createdAt - 20 * 86_400_000).toISOString().slice(0, 10)),
    to: [said('name_on_document', holder), ...address, person.country.name],
    rows: [
      ['Amount of this period', money('a')],
      ['Customer number', dice.digits('customer', 9)],
      ['Period', '1 to 30 of the month'],
      ['Previous balance', money('b')],
      ['Received with thanks', money('c')],
      ['To pay', money('d')],
    ],
    note: 'Questions? Write to help@issuer.example.',
    edited: scenario.name === 'address-manipulated',
    chart: poa?.['document_type'] !== 'GOVERNMENT_ISSUED_DOCUMENT',
  }
}
