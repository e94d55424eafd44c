import { QueuePage } from '@verdict/contract/queue'
import { Trail } from '@verdict/contract/trail'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callsTo, detailOf, oneInReview, recorded } from '../sessions/testing/house-reading.ts'
import type { Agent, House } from '../testing/index.ts'
import { makeHouse } from '../testing/index.ts'

describe('the trail and notes of a session', () => {
  let house: House
  let reviewer: Agent
  let id: string
  beforeAll(async () => {
    house = await makeHouse({ sessions: 120 })
    reviewer = await house.signIn('reviewer')
    id = await oneInReview(reviewer)
  })
  afterAll(() => house.close())

  const trail = async (session = id): Promise<Trail> => {
    await house.deps.settled()
    const response = await reviewer.get(`/api/sessions/${session}/timeline`)
    expect(response.status).toBe(200)
    return Trail.parse(await response.json())
  }

  it('keeps a note here at once and copies it to Didit with its author', async () => {
    const response = await reviewer.post(`/api/sessions/${id}/notes`, { text: '  Called the applicant, will send a new bill.  ' })
    expect(response.status).toBe(201)
    const note = (await response.json()) as { text: string; by: { name: string } }
    expect(note.text).toBe('Called the applicant, will send a new bill.')
    const { notes } = (await (await reviewer.get(`/api/sessions/${id}/notes`)).json()) as { notes: unknown[] }
    expect(notes).toHaveLength(1)
    const { entries, diditMissing } = await trail()
    expect(diditMissing).toBeNull()
    const ours = entries.find(({ source, kind }) => source === 'verdict' && kind === 'note')
    const theirs = entries.find(({ source, ledgerSeq }) => source === 'didit' && ledgerSeq !== null)
    expect(ours).toMatchObject({ who: note.by.name, person: true, comment: note.text })
    expect(theirs).toMatchObject({ kind: 'note', person: false, ledgerSeq: ours?.ledgerSeq, outcome: null })
    expect(theirs?.comment).toBe(`${note.text} [${note.by.name}, Verdict ledger ${ours?.ledgerSeq}]`)
    expect((await recorded(house, id)).map(({ action }) => action)).toEqual(expect.arrayContaining(['note.added', 'note.copied']))
  })

  it('keeps a note that Didit does not take', async () => {
    await house.control('faults', { match: 'POST /v3/sessions/', kind: 'status', status: 500 })
    const response = await reviewer.post(`/api/sessions/${id}/notes`, { text: 'Second.' })
    expect(response.status).toBe(201)
    const copies = (await recorded(house, id)).filter(({ action }) => action === 'note.copied')
    expect(copies.map(({ body }) => (JSON.parse(body) as { outcome: string }).outcome)).toEqual(['copied', 'not-copied'])
    expect((await trail()).entries.some(({ text }) => text === 'Didit’s trail has no copy of the note')).toBe(true)
  })

  it('refuses an empty note and a note on nothing', async () => {
    const empty = await reviewer.post(`/api/sessions/${id}/notes`, { text: '   ' })
    expect(empty.status).toBe(422)
    expect(await empty.json()).toMatchObject({ fields: [{ path: 'text', message: 'Write something first.' }] })
    expect((await reviewer.post('/api/sessions/00000000-0000-4000-8000-000000000000/notes', { text: 'x' })).status).toBe(404)
    const auditor = await house.signIn('auditor')
    expect((await auditor.post(`/api/sessions/${id}/notes`, { text: 'x' })).status).toBe(403)
  })

  it('tells what was done there and here in one order, and whose each entry is', async () => {
    const other = (await oneOtherThan(id)) ?? ''
    await house.control('act', {
      sessionId: other,
      kind: 'status',
      status: 'Declined',
      comment: 'Spoof',
      actor: 'colleague@verdict.example',
      webhook: false,
    })
    house.clock.advance(60_000)
    await house.control('act', { sessionId: other, kind: 'review', comment: '', viewed: true })
    house.clock.advance(60_000)
    await detailOf(reviewer, other)
    const { entries } = await trail(other)
    const times = entries.map(({ at }) => Date.parse(at))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(entries.find(({ outcome }) => outcome === 'Declined')).toMatchObject({
      source: 'didit',
      kind: 'decision',
      person: true,
      text: 'set the status to Declined, was In Review',
      comment: 'Spoof',
    })
    expect(entries.find(({ source, kind }) => source === 'didit' && kind === 'view')).toMatchObject({ person: false })
    expect(entries.at(-1)).toMatchObject({ source: 'verdict', kind: 'view', person: true, text: 'looked at the case' })
  })

  const oneOtherThan = async (known: string) => {
    const { rows } = (await (await reviewer.get('/api/queue')).json()) as { rows: { id: string; kind: string }[] }
    return rows.find((row) => row.kind === 'user' && row.id !== known)?.id
  }

  it('never takes a labelled note for a change of status', async () => {
    await house.deps.didit.reviews.create({ sessionId: id, newStatus: 'Approved', comment: 'Looks fine' }).catch(() => undefined)
    const entries = (await trail()).entries.filter(({ source }) => source === 'didit')
    expect(entries.filter(({ outcome }) => outcome === 'Approved')).toEqual([])
  })

  it('tells a decision with its reason and how it ended in one line', async () => {
    const other = (await oneOtherThan(id)) ?? ''
    const { evidenceHash } = await detailOf(reviewer, other)
    const body = { outcome: 'Declined', reasonCode: 'document-forged', comment: 'Two fonts in the name.', evidenceHash }
    const said = async () => (await trail(other)).entries.filter(({ source, kind }) => source === 'verdict' && kind === 'decision')
    expect((await reviewer.post(`/api/sessions/${other}/decisions`, body)).status).toBe(202)
    expect(await said()).toMatchObject([{ text: 'declined: document forged or altered', outcome: 'Declined' }])
    house.clock.advance(6000)
    await house.deps.decisions.worker.settle()
    expect(await said()).toMatchObject([
      {
        text: 'declined: document forged or altered; Didit has taken it',
        comment: 'Two fonts in the name.',
        outcome: 'Declined',
        person: true,
      },
    ])
  })

  it('tells what an analyst blocked and that Didit refused it in one line', async () => {
    const analyst = await house.signIn('analyst')
    const { actions } = await detailOf(analyst, id)
    const items = actions.blocklist.items.filter(({ available }) => available).map(({ item }) => item)
    await house.control('faults', { match: '/v3/blocklist/', kind: 'status', status: 403, times: 1, body: { detail: 'No.' } })
    await analyst.post('/api/blocklist', { sessionId: id, items, reason: 'Ring of copies.' })
    const lines = (await trail()).entries.filter(({ kind }) => kind === 'blocklist')
    expect(lines).toMatchObject([{ who: 'Tomasz Maj', outcome: 'refused' }])
    expect(lines[0]?.text).toMatch(/^blocked .+: ring of copies; Didit refused it$/)
  })

  it('opens without asking Didit for its half, and reads it when calm, when asked, or when somebody has acted', async () => {
    const at = async (session: string, didit: string) => {
      const answer = Trail.parse(await (await reviewer.get(`/api/sessions/${session}/timeline?didit=${didit}`)).json())
      return { unread: answer.diditUnread, reads: (await callsTo(house, `${session}/reviews`)).length }
    }
    const { rows } = QueuePage.parse(await (await reviewer.get('/api/queue')).json())
    const untouched: string[] = []
    for (const row of rows.filter(({ kind }) => kind === 'user')) {
      if ((await at(row.id, 'known')).unread) untouched.push(row.id)
    }
    const [first = '', second = ''] = untouched
    expect(await at(first, 'known')).toEqual({ unread: true, reads: 0 })
    expect(await at(first, 'calm')).toEqual({ unread: false, reads: 1 })
    expect(await at(first, 'known')).toEqual({ unread: false, reads: 1 })
    await house.control('act', {
      sessionId: second,
      kind: 'status',
      status: 'Declined',
      actor: 'colleague@verdict.example',
      webhook: false,
    })
    house.clock.advance(3_700_000)
    expect(await at(second, 'known')).toEqual({ unread: false, reads: 1 })
  })

  it('of a company comes from its case, and says that there is no other', async () => {
    const company = await oneInReview(reviewer, 'business')
    const { diditMissing } = await trail(company)
    expect(diditMissing).toContain('companies')
    expect(await callsTo(house, `${company}/reviews`)).toEqual([])
  })

  it('goes on with our half while Didit is silent', async () => {
    await house.control('faults', { kind: 'drop' })
    house.clock.advance(120_000)
    const { entries, diditMissing } = await trail()
    expect(diditMissing).toContain('does not answer')
    expect(entries.some(({ source }) => source === 'verdict')).toBe(true)
    const kept = await reviewer.post(`/api/sessions/${id}/notes`, { text: 'Written in the dark.' })
    expect(kept.status).toBe(201)
  })
})
