import { AmlRationaleList, CorrectionDone, type DataCorrection } from '@verdict/contract/corrections'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf, recordOf, sessionsIn } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House } from '../testing/index.ts'

let house: House
let senior: Agent
let reviewer: Agent
let sessions: string[]

beforeAll(async () => {
  house = await makeHouse({ sessions: 200 })
  ;[senior, reviewer] = await Promise.all([house.signIn('senior'), house.signIn('reviewer')])
  sessions = [...(await sessionsIn(house, 'In Review')), ...(await sessionsIn(house, 'Declined')), ...(await sessionsIn(house, 'Approved'))]
})
afterAll(async () => house.close())

const wireOf = async (id: string) => (await house.deps.evidence.read(id, 'fresh')).wire
const seqOf = async (answer: Response) => {
  expect(answer.status, await answer.clone().text()).toBe(200)
  return CorrectionDone.parse(await answer.json()).ledgerSeq
}
/** A session nobody used yet, for which `fits` holds. */
const take = async (fits: (wire: Awaited<ReturnType<typeof wireOf>>) => boolean): Promise<string> => {
  for (const id of sessions) {
    if (!fits((await house.deps.evidence.read(id, 'cached')).wire)) continue
    sessions = sessions.filter((other) => other !== id)
    return id
  }
  throw new Error('the world has no such session')
}
const withDocument = () => take((wire) => (wire.id_verifications ?? []).some(({ status }) => status !== null))
const withHits = (least: number) =>
  take((wire) => wire.aml_screenings?.length === 1 && (wire.aml_screenings[0]?.hits ?? []).length >= least)

describe('overriding a check', () => {
  it('is done at Didit with name and entry, and recorded before and after', async () => {
    const id = await withDocument()
    const run = (await wireOf(id)).id_verifications?.[0]
    const status = run?.status === 'Declined' ? 'Approved' : 'Declined'
    const seq = await seqOf(await senior.patch(`/api/sessions/${id}/features/${run?.node_id}`, { status, comment: 'Seen in person.' }))
    const after = await wireOf(id)
    expect(after.id_verifications?.[0]?.status).toBe(status)
    expect(after.status).toBe('In Review')
    const [intent, outcome, ...more] = await recordOf(house, id)
    expect(intent).toMatchObject({
      seq,
      action: 'feature.overridden',
      reason: 'Seen in person.',
      data: { nodeId: run?.node_id, feature: 'identityDocument', old: run?.status, new: status },
    })
    expect(outcome).toMatchObject({ action: 'feature.ended', outcome: 'done', ref: seq, who: 'Verdict' })
    expect(more).toEqual([])
    const feed = await house.deps.didit.reviews.list({ sessionId: id })
    expect(JSON.stringify(feed.results)).toContain(`Verdict ledger ${seq}]`)
  })

  it('is refused for what is so already, for what is not there, and for those who may not', async () => {
    const id = await withDocument()
    const run = (await wireOf(id)).id_verifications?.[0]
    const at = `/api/sessions/${id}/features`
    const body = { status: run?.status, comment: 'x' }
    if (['Approved', 'Declined', 'In Review'].includes(run?.status ?? '')) {
      expect(await problemOf(await senior.patch(`${at}/${run?.node_id}`, body))).toMatchObject({ code: 'state-forbids' })
    }
    expect((await senior.patch(`${at}/nowhere`, { status: 'Approved', comment: 'x' })).status).toBe(404)
    expect((await senior.patch(`${at}/${run?.node_id}`, { status: 'Approved', comment: '' })).status).toBe(422)
    expect((await reviewer.patch(`${at}/${run?.node_id}`, { status: 'Approved', comment: 'x' })).status).toBe(403)
    expect(await recordOf(house, id)).toEqual([])
  })

  it('says so when it may have been done, and records the doubt', async () => {
    const id = await withDocument()
    const run = (await wireOf(id)).id_verifications?.[0]
    const status = run?.status === 'Declined' ? 'Approved' : 'Declined'
    await house.control('faults', { match: `/features/`, kind: 'drop', when: 'after', times: 1 })
    const answer = await senior.patch(`/api/sessions/${id}/features/${run?.node_id}`, { status, comment: 'x' })
    expect(answer.status).toBe(503)
    expect((await problemOf(answer)).detail).toContain('It may have been done')
    expect((await recordOf(house, id)).map(({ outcome }) => outcome)).toEqual([null, 'unknown'])
  })
})

describe('judging watch-list hits', () => {
  it.each([1, 2])('sends %i, keeps why, and shows it', async (count) => {
    const id = await withHits(count)
    const hits = ((await wireOf(id)).aml_screenings?.[0]?.hits ?? []).slice(0, count).map((hit) => String(hit.id))
    const seq = await seqOf(
      await reviewer.patch(`/api/sessions/${id}/aml-hits`, {
        hits: hits.map((hitId) => ({ hitId, status: 'False Positive', rationale: `Other birth year (${hitId})` })),
      }),
    )
    const now = ((await wireOf(id)).aml_screenings?.[0]?.hits ?? []).filter((hit) => hits.includes(String(hit.id)))
    expect(now.map(({ review_status }) => review_status)).toEqual(hits.map(() => 'False Positive'))
    const { rationales } = AmlRationaleList.parse(await (await senior.get(`/api/sessions/${id}/aml-rationales`)).json())
    expect(rationales.map(({ hitId, rationale, ledgerSeq }) => [hitId, rationale, ledgerSeq])).toEqual(
      hits.toSorted().map((hitId) => [hitId, `Other birth year (${hitId})`, seq]),
    )
    const [intent, outcome] = await recordOf(house, id)
    expect(intent).toMatchObject({ seq, action: 'aml.reviewed' })
    expect(intent?.data['hits']).toHaveLength(count)
    expect(outcome).toMatchObject({ action: 'aml.ended', outcome: 'done', ref: seq })
  })

  it('is all or nothing: one unknown hit refuses them all before Didit is asked', async () => {
    const id = await withHits(1)
    const hit = (await wireOf(id)).aml_screenings?.[0]?.hits?.[0]
    const hits = [
      { hitId: String(hit?.id), status: 'False Positive' },
      { hitId: 'nobody', status: 'False Positive' },
    ]
    const answer = await reviewer.patch(`/api/sessions/${id}/aml-hits`, { hits })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).fields).toEqual([{ path: 'hits.1.hitId', message: 'This session has no such hit.' }])
    expect((await wireOf(id)).aml_screenings?.[0]?.hits?.[0]?.review_status).toBe(hit?.review_status)
    expect(await recordOf(house, id)).toEqual([])
    sessions.push(id)
  })

  it('keeps no rationale for what Didit did not take', async () => {
    const id = await withHits(1)
    const hitId = String((await wireOf(id)).aml_screenings?.[0]?.hits?.[0]?.id)
    await house.control('faults', { match: '/update-aml-hit-status/', kind: 'status', status: 403, body: { detail: 'No.' }, times: 1 })
    const answer = await reviewer.patch(`/api/sessions/${id}/aml-hits`, { hits: [{ hitId, status: 'Inconclusive', rationale: 'x' }] })
    expect(await problemOf(answer)).toMatchObject({ status: 502, code: 'upstream-credentials' })
    const { rationales } = AmlRationaleList.parse(await (await senior.get(`/api/sessions/${id}/aml-rationales`)).json())
    expect(rationales).toEqual([])
    expect((await recordOf(house, id)).map(({ outcome }) => outcome)).toEqual([null, 'refused'])
  })
})

describe('correcting data', () => {
  const correct = async (agent: Agent, id: string, body: Partial<DataCorrection>) =>
    agent.patch(`/api/sessions/${id}/data`, { target: 'identityDocument', reason: 'Misread.', ...body })

  it('changes the document, with old and new values on the record', async () => {
    const id = await withDocument()
    const before = (await wireOf(id)).id_verifications?.[0]
    const values = {
      firstName: 'Corrected',
      dateOfBirth: '1990-02-03',
      issuingState: 'esp',
      parsedAddress: { street1: 'New Street 1', city: 'Sampleton' },
    }
    const seq = await seqOf(await correct(senior, id, { values }))
    const after = (await wireOf(id)).id_verifications?.[0]
    expect(after).toMatchObject({ first_name: 'Corrected', date_of_birth: '1990-02-03', issuing_state: 'ESP' })
    expect(after?.parsed_address).toMatchObject({ street_1: 'New Street 1', city: 'Sampleton' })
    const [intent, outcome] = await recordOf(house, id)
    expect(intent).toMatchObject({
      seq,
      action: 'data.corrected',
      reason: 'Misread.',
      data: {
        target: 'identityDocument',
        fields: {
          firstName: { old: before?.first_name ?? null, new: 'Corrected' },
          parsedAddress: { old: { street1: before?.parsed_address?.street_1 ?? null }, new: { street1: 'New Street 1' } },
        },
      },
    })
    expect(outcome).toMatchObject({ action: 'data.ended', outcome: 'done', ref: seq })
    expect(house.logLines.join('')).not.toContain('Corrected')
  })

  it('changes a company’s registry entry', async () => {
    const [id] = await sessionsIn(house, 'In Review', 'business')
    const company = (await wireOf(id ?? '')).registry_checks?.[0]?.company
    await seqOf(
      await correct(senior, id ?? '', {
        target: 'company',
        companyId: company?.uuid ?? '',
        values: { companyName: 'Example Holdings Ltd' },
      }),
    )
    expect((await wireOf(id ?? '')).registry_checks?.[0]?.company?.company_name).toBe('Example Holdings Ltd')
  })

  it.each<[DataCorrection['target'], DataCorrection['values'], string]>([
    ['identityDocument', { gender: 'X' }, 'values.gender'],
    ['identityDocument', { dateOfBirth: '03/02/1990' }, 'values.dateOfBirth'],
    ['identityDocument', { issuingState: 'XYZ' }, 'values.issuingState'],
    ['identityDocument', { documentType: 'PASSPORT' }, 'values.documentType'],
    ['identityDocument', { maritalStatus: 'ENGAGED' }, 'values.maritalStatus'],
    ['identityDocument', { fullName: 'A B' }, 'values.fullName'],
    ['identityDocument', { parsedAddress: { zipcode: '1' } }, 'values.parsedAddress.zipcode'],
    ['identityDocument', { parsedAddress: { country: 'ESP' } }, 'values.parsedAddress.country'],
    ['identityDocument', { extraFields: 'x' }, 'values.extraFields'],
    ['proofOfAddress', { documentType: 'utility_bill' }, 'values.documentType'],
    ['proofOfAddress', { extraFields: { additional_names: 'A' } }, 'values.extraFields'],
    ['company', { countryCode: 'ESP' }, 'values.countryCode'],
    ['company', { registryStatus: 'liquidated' }, 'values.registryStatus'],
    ['company', { phone: 'call us' }, 'values.phone'],
    ['company', { registeredCapitalCurrency: 'EURO' }, 'values.registeredCapitalCurrency'],
    ['company', { website: 'not a site' }, 'values.website'],
  ])('knows before Didit that %s %j is wrong', async (target, values, path) => {
    const answer = await correct(senior, sessions[0] ?? '', { target, values })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).fields?.map((field) => field.path)).toEqual([path])
  })

  it('is refused where the state forbids it, and to those who may not', async () => {
    const [id = ''] = await sessionsIn(house, 'In Progress')
    expect(await problemOf(await correct(senior, id, { values: { firstName: 'A' } }))).toMatchObject({ code: 'state-forbids', status: 409 })
    expect((await correct(reviewer, id, { values: { firstName: 'A' } })).status).toBe(403)
    expect((await correct(senior, sessions[0] ?? '', { target: 'company', values: { companyName: 'A' } })).status).toBe(404)
    expect(await recordOf(house, id)).toEqual([])
  })

  it('spends ten a minute for the whole house and then says when to come back', async () => {
    const id = await withDocument()
    house.clock.advance(61_000)
    const answers: Response[] = []
    for (let turn = 0; turn < 11; turn += 1) answers.push(await correct(senior, id, { values: { firstName: `A${turn}` } }))
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    const last = answers.at(-1) ?? new Response()
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(50)
    expect((await problemOf(last)).code).toBe('upstream-budget')
    expect((await recordOf(house, id)).at(-1)).toMatchObject({ action: 'data.ended', outcome: 'not-sent' })
  })
})
