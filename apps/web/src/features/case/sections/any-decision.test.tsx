import { expect, it } from 'vitest'
import { caseOf, realDecisions } from '../../../testing/real-decisions.ts'
import { openHouse } from '../../../testing/render-at.tsx'
import { makeFactsMarkup } from '../testing/facts-markup.tsx'
import { openFactsPage } from '../testing/facts-page.tsx'
import { makeDice, mutateDecision } from '../testing/mutate-decision.ts'

/** `THOROUGH=1` takes ten thousand, `THOROUGH=2500-5000` a part of them; otherwise fewer, to keep the suite quick. */
const wanted = process.env['THOROUGH'] ?? ''
const [from = 0, to = 0] = (wanted === '1' ? '0-10000' : /^\d+-\d+$/u.test(wanted) ? wanted : '0-240').split('-').map(Number)
/** Every so many of them stand in a page too, where effects run. */
const onPage = 50

it('brings broken decisions through the adapter and the contract and lays them out, with no part given up', async () => {
  const originals = await realDecisions(await openHouse({ sessions: 240 }))
  expect(originals.length).toBeGreaterThan(80)
  const markupOf = makeFactsMarkup()
  const show = await openFactsPage()
  for (let turn = from; turn < to; turn++) {
    const found = caseOf(mutateDecision(originals[turn % originals.length] ?? {}, makeDice(turn)))
    const markup = markupOf(found)
    expect(/\[object Object\]|could not be laid out/u.exec(markup)?.[0], `decision ${String(turn)}`).toBeUndefined()
    expect(markup.includes('id="session-title"'), `decision ${String(turn)}`).toBe(true)
    if (turn % onPage !== 0) continue
    const page = show(found)
    expect(page.textContent, `decision ${String(turn)}`).not.toMatch(/could not be laid out|\[object Object\]/u)
    expect(page.querySelector('#session-title'), `decision ${String(turn)}`).not.toBeNull()
  }
}, 3_600_000)
