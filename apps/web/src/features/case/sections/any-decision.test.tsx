import { expect, it } from 'vitest'
import { caseOf, realDecisions } from '../../../testing/real-decisions.ts'
import { openHouse } from '../../../testing/render-at.tsx'
import { openFactsPage } from '../testing/facts-page.tsx'
import { makeDice, mutateDecision } from '../testing/mutate-decision.ts'

const thorough = process.env['THOROUGH'] === '1'
/** `THOROUGH=1` takes ten thousand and lays out every one; otherwise fewer, each sixth on the page, to keep the suite quick. */
const [all, each] = thorough ? [10_000, 1] : [600, 6]

it('brings broken decisions through the adapter and the contract and lays them out, with no part given up', async () => {
  const originals = await realDecisions(await openHouse({ sessions: 240 }))
  expect(originals.length).toBeGreaterThan(80)
  const show = await openFactsPage()
  for (let turn = 0; turn < all; turn++) {
    const found = caseOf(mutateDecision(originals[turn % originals.length] ?? {}, makeDice(turn)))
    if (turn % each !== 0) continue
    const page = show(found)
    const said = page.textContent
    expect(said, `decision ${String(turn)}`).not.toMatch(/could not be laid out|\[object Object\]/u)
    expect(page.querySelector('#session-title'), `decision ${String(turn)}`).not.toBeNull()
  }
}, 3_600_000)
