import { DecisionInput } from '@verdict/contract/decision'
import { SignInList } from '@verdict/contract/sign-ins'
import { PeopleList, PersonRow } from '@verdict/contract/people'
import { LedgerPage } from '@verdict/contract/record'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepted, decide, letPass, oneSession, readDecision, writesTo } from '../decisions/testing/decision-desk.ts'
import { makeHouse, type Agent, type House, type Seat } from '../testing/index.ts'
import { readPerson } from './people.repository.ts'
import { makeSignInDoor } from './sign-ins/sign-in-door.ts'
import { giveCode, givePassword, outcomeOf, Phone } from './testing/phone.ts'

let house: House
beforeEach(async () => {
  house = await makeHouse({ sessions: 40, env: { UNDO_SECONDS: '60' } })
})
afterEach(() => house.close())

const NEXT = 'another-long-password'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const people = async (admin: Agent) => PeopleList.parse(await (await admin.get('/api/people')).json()).people
const idOf = async (admin: Agent, seat: Seat) => (await people(admin)).find(({ email }) => email === `${seat}@verdict.example`)?.id ?? ''
const signInsOf = async (agent: Agent) => SignInList.parse(await (await agent.get('/api/me/sign-ins')).json()).signIns

describe('where one is signed in', () => {
  it('is listed in plain words, this one first, and ends one by one or all but this', async () => {
    const here = await house.signIn('reviewer')
    const other = house.visitor()
    const body = { email: 'reviewer@verdict.example', password: 'verdict-demo' }
    await other.post('/api/auth/sign-in/email', body, { 'user-agent': FIREFOX })
    const third = await house.signIn('reviewer')
    const list = await signInsOf(here)
    expect(list.map(({ current }) => current)).toEqual([true, false, false])
    expect(list.map(({ browser }) => browser).toSorted()).toEqual(['An unnamed program', 'An unnamed program', 'Firefox on Linux'])
    const firefox = list.find(({ browser }) => browser.startsWith('Firefox'))
    expect((await here.delete(`/api/me/sign-ins/${firefox?.id}`)).status).toBe(204)
    expect((await other.get('/api/me')).status).toBe(401)
    expect((await third.get('/api/me')).status).toBe(200)
    expect(await (await here.delete('/api/me/sign-ins')).json()).toEqual({ ended: 1 })
    expect((await third.get('/api/me')).status).toBe(401)
    expect(await signInsOf(here)).toHaveLength(1)
  })

  it('cannot be ended by somebody else than its owner and an admin, who ends all', async () => {
    const reviewer = await house.signIn('reviewer')
    const senior = await house.signIn('senior')
    const [mine] = await signInsOf(reviewer)
    expect(await outcomeOf(await senior.delete(`/api/me/sign-ins/${mine?.id}`))).toBe('not-found')
    expect((await reviewer.get('/api/me')).status).toBe(200)
    const admin = await house.signIn('admin')
    const path = `/api/people/${await idOf(admin, 'reviewer')}/sign-ins`
    expect(await outcomeOf(await senior.delete(path))).toBe('not-allowed')
    expect(await (await admin.delete(path)).json()).toEqual({ ended: 1 })
    expect((await reviewer.get('/api/me')).status).toBe(401)
    expect(await outcomeOf(await admin.delete('/api/people/nobody/sign-ins'))).toBe('not-found')
    const auditor = await house.signIn('auditor')
    const { entries } = LedgerPage.parse(await (await auditor.get('/api/ledger?action=person')).json())
    expect(entries).toMatchObject([{ who: 'Jonas Berg', action: 'person.signed-out', data: { ended: 1 } }])
  })
})

describe('a sign-in that races a change', () => {
  it('does not outlive a new password, whichever of the two comes first', async () => {
    const admin = await house.signIn('admin')
    const id = await idOf(admin, 'reviewer')
    let password = 'verdict-demo'
    for (let turn = 0; turn < 4; turn += 1) {
      const next = `${NEXT}-${String(turn)}`
      const agent = house.visitor()
      const begin = async () => givePassword(agent, 'reviewer', password)
      const change = async () => admin.patch(`/api/people/${id}`, { password: next })
      const [signedIn, changed] =
        turn % 2 === 0 ? await Promise.all([begin(), change()]) : (await Promise.all([change(), begin()])).toReversed()
      expect(changed?.status).toBe(200)
      expect([200, 401]).toContain(signedIn?.status)
      expect((await agent.get('/api/me')).status).toBe(401)
      password = next
    }
  })

  it('does not open once something ended that person’s sign-ins after its password was weighed', async () => {
    const admin = await house.signIn('admin')
    const id = await idOf(admin, 'reviewer')
    const door = makeSignInDoor(house.deps)
    for (const change of [{ password: NEXT }, { roles: ['senior'] }, { active: false }]) {
      const epoch = await door.epochOf(id)
      expect((await admin.patch(`/api/people/${id}`, change)).status).toBe(200)
      const late = house.deps.store.transaction().execute((trx) => door.open(trx, { personId: id, epoch, browser: '' }))
      await expect(late).rejects.toMatchObject({ code: 'sign-in-over' })
    }
    expect(await house.deps.store.selectFrom('auth_session').select('id').where('userId', '=', id).execute()).toEqual([])
  })

  it('does not open by a code either', async () => {
    const phone = await new Phone(house.clock).setUp(await house.signIn('reviewer'))
    const agent = house.visitor()
    await givePassword(agent, 'reviewer')
    const admin = await house.signIn('admin')
    await admin.patch(`/api/people/${await idOf(admin, 'reviewer')}`, { roles: ['senior'] })
    expect(await outcomeOf(await giveCode(agent, phone.next()))).toBe('sign-in-over')
  })
})

describe('what somebody decided who may no longer decide', () => {
  const made = async (agent: Agent, sessionId: string) => accepted(await decide(house, agent, sessionId))

  it.each([
    ['they are switched off', { active: false }],
    ['they lose the role', { roles: ['auditor'] }],
  ])('is taken back when %s: nothing is sent, the case is free, the record says by whom', async (_words, change) => {
    const reviewer = await house.signIn('reviewer')
    const sessionId = await oneSession(house)
    const { id } = await made(reviewer, sessionId)
    const admin = await house.signIn('admin')
    const answer = await admin.patch(`/api/people/${await idOf(admin, 'reviewer')}`, change)
    expect(PersonRow.parse(await answer.json()).takenBack).toBe(1)
    await letPass(house, 70_000, 10_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    const senior = await house.signIn('senior')
    expect((await readDecision(senior, id)).state).toBe('undone')
    const auditor = await house.signIn('auditor')
    const { entries } = LedgerPage.parse(await (await auditor.get('/api/ledger?action=decision.undone')).json())
    expect(entries).toMatchObject([{ who: 'Jonas Berg', sessionId, outcome: 'undone' }])
    expect((await made(senior, sessionId)).state).toBe('held')
  })

  it('is not sent either when it was being read again while they were switched off', async () => {
    const reviewer = await house.signIn('reviewer')
    const sessionId = await oneSession(house)
    const { id } = await made(reviewer, sessionId)
    const admin = await house.signIn('admin')
    const personId = await idOf(admin, 'reviewer')
    await house.deps.store.insertInto('people_left').values({ person_id: personId, left_at: house.clock() }).execute()
    await letPass(house, 70_000, 10_000)
    expect(await writesTo(house, sessionId)).toEqual([])
    expect((await readDecision(await house.signIn('senior'), id)).state).toBe('undone')
  })

  it('is not recorded when it arrives after them', async () => {
    const sessionId = await oneSession(house)
    const admin = await house.signIn('admin')
    const personId = await idOf(admin, 'reviewer')
    const { hash } = await house.deps.evidence.read(sessionId, 'cached')
    // The request was let in; the switch came while Didit was read.
    const person = await readPerson(house.deps.store, personId)
    await admin.patch(`/api/people/${personId}`, { active: false })
    const input = DecisionInput.parse({
      outcome: 'Approved',
      reasonCode: 'checks-passed',
      comment: 'Seen.',
      evidenceHash: hash,
      dispositions: [],
    })
    if (!person) throw new Error('there is no reviewer')
    await expect(house.deps.decisions.useCases.decideSession(person, sessionId, input)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('stays when they only get another role that may decide', async () => {
    const reviewer = await house.signIn('reviewer')
    const sessionId = await oneSession(house)
    const { id } = await made(reviewer, sessionId)
    const admin = await house.signIn('admin')
    await admin.patch(`/api/people/${await idOf(admin, 'reviewer')}`, { roles: ['senior'] })
    await letPass(house, 70_000, 10_000)
    expect((await readDecision(await house.signIn('senior'), id)).state).toBe('settled')
  })
})
