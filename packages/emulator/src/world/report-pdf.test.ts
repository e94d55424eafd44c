import { describe, expect, test } from 'vitest'
import { createWorld } from './create-world.ts'
import { renderReport } from './report-pdf.ts'
import { hashText } from './random.ts'

const world = createWorld({ seed: 5, sessions: 300, epoch: Date.UTC(2026, 10, 20, 12), applicationId: 'app' })

function indexOf(scenario: string): number {
  for (const index of world.scan((facts) => facts.scenario === scenario)) return index
  throw new Error(`nothing plays ${scenario}`)
}

/** The other reports show one small picture in every place: drawing and packing the large ones takes most of the time. */
const OWN_PICTURES = new Set(['name-mismatch', 'media-missing'])
const portrait = `media:${world.facts(indexOf('name-mismatch')).sessionId}/portrait`
const rendered = new Map<string, Promise<string>>()

/** The same report is rendered once for all tests. */
function report(scenario: string, stamp: string): Promise<string> {
  const made = rendered.get(`${scenario}/${stamp}`) ?? render(scenario, stamp)
  rendered.set(`${scenario}/${stamp}`, made)
  return made
}

async function render(scenario: string, stamp: string): Promise<string> {
  const index = indexOf(scenario)
  const input = {
    decision: world.decision(index),
    reviews: world.reviews(index),
    media: (key: string) => world.media(OWN_PICTURES.has(scenario) ? key : portrait),
    stamp,
    applicationName: 'Demo',
  }
  return Buffer.from(await renderReport(input)).toString('latin1')
}

describe('renderReport', { timeout: 60_000 }, () => {
  test.each([
    'name-mismatch',
    'aml-many-hits',
    'company-person-flagged',
    'media-missing',
    'not-started',
    'restricted',
    'name-arabic',
    'long-values',
  ])('%s is a whole PDF', async (scenario) => {
    const bytes = await report(scenario, 'stamp 1')
    expect(bytes.startsWith('%PDF-1.')).toBe(true)
    expect(bytes.trimEnd().endsWith('%%EOF')).toBe(true)
  })

  test('a case has several pages and carries its pictures', async () => {
    const bytes = await report('name-mismatch', 'stamp 1')
    expect(bytes.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(1)
    expect(bytes).toContain('/Subtype /Image')
  })

  test('the stamp alone makes other bytes', async () => {
    expect(hashText(await report('not-started', 'stamp 1'))).not.toBe(hashText(await report('not-started', 'stamp 2')))
  })
})
