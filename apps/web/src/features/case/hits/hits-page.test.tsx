import { screen, waitFor, within } from '@testing-library/react'
import { AmlLook } from '@verdict/contract/aml'
import { Me } from '@verdict/contract/access'
import type { SessionDetail } from '@verdict/contract/case'
import { AmlRationaleList } from '@verdict/contract/corrections'
import { describe, expect, it } from 'vitest'
import { openHouse, renderAt } from '../../../testing/render-at.tsx'
import { findCase } from '../testing/find-case.ts'
import { groupHits, screeningsOf } from './hit-groups.ts'

type House = Awaited<ReturnType<typeof openHouse>>
const listed = (session: SessionDetail) => groupHits(session).flatMap((group) => group.hits)
const open = (session: SessionDetail) => listed(session).filter(({ hit }) => hit.reviewStatus === 'Unreviewed').length
const threeHits = (session: SessionDetail) => screeningsOf(session).length === 1 && open(session) >= 2
const rows = () => within(screen.getByRole('grid', { name: 'Watch-list hits' }))
const currentRow = () => rows().getByRole('row', { current: true })
const pageOf = (session: SessionDetail) => `/sessions/${session.id}/hits`

async function rationalesOf(house: House, id: string) {
  const answer = await (await house.signIn('senior')).get(`/api/sessions/${id}/aml-rationales`)
  return AmlRationaleList.parse(await answer.json()).rationales
}

describe('answering hits', () => {
  it('opens with H, steps with J and K, and goes back with Esc', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    const [first, second] = listed(session)
    const { user, address } = await renderAt(`/sessions/${session.id}`, { as: 'reviewer', house })
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard('h')
    expect(await screen.findByRole('grid', { name: 'Watch-list hits' }, { timeout: 5000 })).toBeVisible()
    expect(screen.getByRole('heading', { level: 2, name: new RegExp(first?.hit.caption ?? '') })).toBeVisible()
    await user.keyboard('j')
    await waitFor(() => {
      expect(address()).toBe(`${pageOf(session)}?hit=${second?.hit.id}`)
    })
    await waitFor(() => {
      expect(currentRow()).toHaveFocus()
    })
    await user.keyboard('k')
    await waitFor(() => {
      expect(address()).toBe(`${pageOf(session)}?hit=${first?.hit.id}`)
    })
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(address()).toBe(`/sessions/${session.id}`)
    })
  })

  it('answers with a number and a rationale, and goes to the next open hit; the session’s status stays', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    const [first] = listed(session)
    const { user, address } = await renderAt(pageOf(session), { as: 'reviewer', house })
    const save = await screen.findByRole('button', { name: /^Save and go to next hit/ })
    expect(save).toBeDisabled()
    await user.keyboard('3e')
    const field = screen.getByRole('textbox', { name: /Rationale/ })
    expect(field).toHaveFocus()
    await user.clear(field)
    expect(save).toBeDisabled()
    expect(screen.getByText('Say why, for the record.')).toBeVisible()
    await user.type(field, 'Nothing to tell by.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/1 answer saved at Didit/)).toBeInTheDocument()
    await waitFor(() => {
      expect(address()).not.toContain(first?.hit.id)
    })
    expect(await rationalesOf(house, session.id)).toMatchObject([
      { hitId: first?.hit.id, status: 'Inconclusive', rationale: 'Nothing to tell by.', nodeId: first?.run.nodeId },
    ])
    await user.keyboard('k')
    const before = await screen.findByRole('region', { name: 'Answered before' })
    const { name } = Me.parse(await (await (await house.signIn('reviewer')).get('/api/me')).json())
    expect(await within(before).findByText('Nothing to tell by.')).toBeVisible()
    expect(within(before).getByText(new RegExp(name))).toBeVisible()
    expect(screen.getByText(/do not change the status of the check or of the session/)).toBeVisible()
  })

  it('answers several at once with one rationale', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    const { user } = await renderAt(pageOf(session), { as: 'reviewer', house })
    await screen.findByRole('grid')
    const boxes = rows().getAllByRole('checkbox')
    await user.click(boxes[0] ?? document.body)
    await user.keyboard('{Shift>}')
    await user.click(boxes.at(-1) ?? document.body)
    await user.keyboard('{/Shift}')
    const count = listed(session).length
    expect(screen.getByRole('heading', { name: `Your answer to ${count} chosen hits` })).toBeVisible()
    expect(screen.getByText(/Didit takes all of them or none/)).toBeVisible()
    await user.click(screen.getByRole('radio', { name: /^False positive/ }))
    await user.type(screen.getByRole('textbox', { name: /Rationale/ }), 'Another person.')
    await user.click(screen.getByRole('button', { name: `Save ${count} answers` }))
    expect(await screen.findByText(`${count} of ${count} reviewed`)).toBeVisible()
    const kept = await rationalesOf(house, session.id)
    expect(kept.map(({ rationale, status }) => [rationale, status])).toEqual(
      listed(session).map(() => ['Another person.', 'False Positive']),
    )
  })

  it('says what Didit said when none was taken, and keeps what was typed', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    const { user } = await renderAt(pageOf(session), { as: 'reviewer', house })
    await screen.findByRole('grid')
    await house.control('faults', { match: '/update-aml-hit-status/', kind: 'status', status: 403, body: { detail: 'No.' }, times: 1 })
    await user.keyboard('1e')
    await user.type(screen.getByRole('textbox', { name: /Rationale/ }), ' Checked twice.')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.getByRole('textbox', { name: /Rationale/ })).toHaveDisplayValue(/Checked twice\.$/)
    expect(await rationalesOf(house, session.id)).toEqual([])
  })

  it('only shows the hits to those who do not judge them', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    await renderAt(pageOf(session), { as: 'auditor', house })
    expect(await screen.findByText('Your role does not judge watch-list hits.')).toBeVisible()
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

describe('what changed since the last look', () => {
  it('marks the hit that monitoring added since, with who looked last, until somebody has seen it', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    const looker = await house.signIn('senior')
    const { name } = Me.parse(await (await looker.get('/api/me')).json())
    expect((await looker.post(`/api/sessions/${session.id}/aml-look`, { evidenceHash: session.evidenceHash })).status).toBe(200)
    await house.control('act', { sessionId: session.id, kind: 'aml_hit' })
    house.deps.evidence.forget(session.id)
    const { user, address } = await renderAt(pageOf(session), { as: 'reviewer', house })
    const row = await screen.findByRole('row', { name: /, new$/ })
    expect(rows().getAllByRole('row', { name: /, (?:new|changed)$/ })).toEqual([row])
    await user.click(row)
    expect(await screen.findByText(new RegExp(`^New since .+, ${name}$`))).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => {
      expect(address()).toBe(`/sessions/${session.id}`)
    })
    await waitFor(async () => {
      const look = AmlLook.parse(await (await looker.get(`/api/sessions/${session.id}/aml-look`)).json())
      expect(look.news).toEqual([])
    })
  })

  it('says when an answer was given outside Verdict after ours', async () => {
    const house = await openHouse({ sessions: 120 })
    const session = await findCase(house, threeHits)
    const [first] = listed(session)
    const judge = await house.signIn('senior')
    const hits = [{ hitId: first?.hit.id, status: 'False Positive', rationale: 'Born elsewhere.' }]
    expect((await judge.patch(`/api/sessions/${session.id}/aml-hits`, { hits })).status).toBe(200)
    await house.control('act', { sessionId: session.id, kind: 'aml_hit', hitId: first?.hit.id, reviewStatus: 'Confirmed Match' })
    house.deps.evidence.forget(session.id)
    await renderAt(`${pageOf(session)}?hit=${first?.hit.id}`, { as: 'reviewer', house })
    expect(await screen.findByText(/Answered outside Verdict since: Confirmed Match/)).toBeVisible()
  })
})

describe('several screenings', () => {
  it('names the check in the address and at Didit, and does not mix two', async () => {
    const house = await openHouse({ sessions: 600 })
    const session = await findCase(house, (found) => screeningsOf(found).filter((run) => run.data.hits.length > 0).length > 1)
    const second = listed(session).find(({ check }) => check === 2)
    const { user } = await renderAt(`${pageOf(session)}?hit=${second?.hit.id}&check=${second?.run.id}`, { as: 'reviewer', house })
    expect(await screen.findByRole('row', { current: true, name: /check 2/ })).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Choose all/ }))
    await user.keyboard('1')
    expect(screen.getByText(/Didit takes the hits of one check at a time/)).toBeVisible()
    await user.keyboard('{Escape}3e')
    await user.type(screen.getByRole('textbox', { name: /Rationale/ }), 'Open.')
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await waitFor(async () => {
      expect(await rationalesOf(house, session.id)).toMatchObject([{ nodeId: second?.run.nodeId, hitId: second?.hit.id }])
    })
  })
})
