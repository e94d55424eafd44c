import { AmlLook, AmlLookDone } from '@verdict/contract/aml'
import { Me } from '@verdict/contract/access'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordOf, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'

let house: House
let reviewer: Agent
let senior: Agent
let sessions: string[] = []
let id = ''

beforeAll(async () => {
  house = await makeHouse({ sessions: 200 })
  ;[reviewer, senior] = await Promise.all([house.signIn('reviewer'), house.signIn('senior')])
  for (const session of [...(await sessionsIn(house, 'In Review')), ...(await sessionsIn(house, 'Declined'))]) {
    const { wire } = await house.deps.evidence.read(session, 'cached')
    if (wire.aml_screenings?.length === 1 && (wire.aml_screenings[0]?.hits ?? []).length > 0) sessions.push(session)
  }
})
afterAll(async () => house.close())
beforeEach(() => {
  const [next, ...rest] = sessions
  if (next === undefined) throw new Error('the world has too few sessions with hits')
  ;[id, sessions] = [next, rest]
})

const fresh = async () => house.deps.evidence.read(id, 'fresh')
const hitIds = async () => ((await fresh()).wire.aml_screenings?.[0]?.hits ?? []).map((hit) => String(hit.id))
const news = async (who: Agent, evidenceHash?: string) => {
  const query = evidenceHash === undefined ? '' : `?evidenceHash=${evidenceHash}`
  return AmlLook.parse(await (await who.get(`/api/sessions/${id}/aml-look${query}`)).json())
}
const leave = async (who: Agent, evidenceHash: string) =>
  AmlLookDone.parse(await (await who.post(`/api/sessions/${id}/aml-look`, { evidenceHash })).json())

describe('what is new about watch-list hits', () => {
  it('is nothing before anybody looked, and leaves no entry in the record', async () => {
    expect(await news(reviewer)).toEqual({ lastLook: null, news: [], gone: 0 })
    expect(await leave(reviewer, (await fresh()).hash)).toEqual({ kept: true })
    expect(await recordOf(house, id)).toEqual([])
  })

  it('is the hit that monitoring added, with who looked last and when, for everybody', async () => {
    const before = await hitIds()
    const at = new Date(house.clock()).toISOString()
    const { name } = Me.parse(await (await reviewer.get('/api/me')).json())
    await leave(reviewer, (await fresh()).hash)
    house.clock.advance(86_400_000)
    expect((await news(senior)).news).toEqual([])
    await house.control('act', { sessionId: id, kind: 'aml_hit' })
    const added = (await hitIds()).find((hit) => !before.includes(hit))
    const found = await news(senior)
    expect(found.lastLook).toMatchObject({ at, by: { name } })
    expect(found.news).toMatchObject([{ hitId: added, kind: 'new', since: { at, by: { name } }, fields: [] }])
    await leave(senior, (await fresh()).hash)
    expect((await news(reviewer)).news).toEqual([])
  })

  it('stays new for who left without having seen it', async () => {
    const { hash } = await fresh()
    await leave(reviewer, hash)
    await house.control('act', { sessionId: id, kind: 'aml_hit' })
    await fresh()
    await leave(senior, hash)
    expect((await news(senior)).news).toHaveLength(1)
    expect(await leave(senior, 'of-another-day')).toEqual({ kept: false })
    expect((await news(senior)).news).toHaveLength(1)
  })

  it('judging one hit leaves the others as new as they were', async () => {
    const [first] = await hitIds()
    await leave(reviewer, (await fresh()).hash)
    await house.control('act', { sessionId: id, kind: 'aml_hit' })
    const { hash } = await fresh()
    const body = { evidenceHash: hash, hits: [{ hitId: first, status: 'False Positive', rationale: 'Born elsewhere.' }] }
    expect((await senior.patch(`/api/sessions/${id}/aml-hits`, body)).status).toBe(200)
    await fresh()
    expect((await news(reviewer)).news).toMatchObject([{ kind: 'new' }])
    const added = (await hitIds()).at(-1)
    const rest = { hits: [{ hitId: added, status: 'Inconclusive', rationale: 'Nothing to tell by.' }] }
    expect((await senior.patch(`/api/sessions/${id}/aml-hits`, rest)).status).toBe(200)
    expect((await news(reviewer)).news).toEqual([])
  })

  it('is read by all who read sessions, and kept only by those who judge hits', async () => {
    const auditor = await house.signIn('auditor')
    expect((await auditor.get(`/api/sessions/${id}/aml-look`)).status).toBe(200)
    expect((await auditor.post(`/api/sessions/${id}/aml-look`, { evidenceHash: (await fresh()).hash })).status).toBe(403)
    expect((await reviewer.post(`/api/sessions/${id}/aml-look`, {})).status).toBe(422)
  })
})
