import assert from 'node:assert/strict'
import type { Agent, House } from '../../testing/index.ts'
import { giveCode, givePassword, outcomeOf, Phone } from './phone.ts'

export const BROWSERS = 3
const CHALLENGE_MS = 10 * 60_000
const PERIOD_MS = 30_000

export const acts = [
  'password',
  'password',
  'wrong password',
  'code',
  'code',
  'old code',
  'wrong code',
  'recovery code',
  'used recovery code',
  'set up',
  'set up at sign-in',
  'switch off',
  'sign out',
  'sign out elsewhere',
  'reset',
  'new password',
  'half a minute',
  'eleven minutes',
] as const
export type Act = (typeof acts)[number]

/** What must be true of one person and some browsers, told without looking into the house. */
class Model {
  factor = false
  due = false
  password = 'verdict-demo'
  lastStep = -1
  codes: string[] = []
  usedCodes: string[] = []
  failures = 0
  signedIn: boolean[] = Array.from({ length: BROWSERS }, () => false)
  half: ({ next: 'code' | 'enrol'; until: number } | null)[] = Array.from({ length: BROWSERS }, () => null)

  /** Everything that was begun or open ends, but for one browser. */
  end(except = -1): void {
    this.signedIn = this.signedIn.map((was, at) => was && at === except)
    this.half = this.half.map(() => null)
  }
}

/** One person's sign-ins at a house, each act held against what a model of them says. */
export class Trial {
  readonly model = new Model()
  readonly phone: Phone
  readonly house: House
  readonly admin: Agent
  readonly personId: string
  readonly browsers: Agent[]

  constructor(house: House, admin: Agent, personId: string) {
    this.house = house
    this.admin = admin
    this.personId = personId
    this.phone = new Phone(house.clock)
    this.browsers = Array.from({ length: BROWSERS }, () => house.visitor())
  }

  step = () => Math.floor(this.house.clock() / PERIOD_MS)
  halfOf = (at: number, next: 'code' | 'enrol') => {
    const half = this.model.half[at]
    return half?.next === next && half.until > this.house.clock()
  }

  /** Slowed down: right only after some failures, and then nothing else changes. */
  slowed(outcome: string | number): boolean {
    if (outcome !== 'too-many-requests') return false
    assert.ok(this.model.failures >= 5)
    return true
  }

  failed(): void {
    this.model.failures += 1
  }

  enter(at: number): void {
    this.model.failures = 0
    this.model.half[at] = null
    this.model.signedIn[at] = true
  }

  async password(agent: Agent, at: number, typed: string): Promise<void> {
    const { model } = this
    const outcome = await outcomeOf(await givePassword(agent, 'reviewer', typed))
    if (this.slowed(outcome)) return
    if (typed !== model.password) {
      assert.deepEqual(outcome, 'not-signed-in')
      return this.failed()
    }
    const owes = model.factor || model.due
    assert.deepEqual(outcome, owes ? 202 : 200)
    if (!owes) return this.enter(at)
    model.half[at] = { next: model.factor ? 'code' : 'enrol', until: this.house.clock() + CHALLENGE_MS }
  }

  async code(agent: Agent, at: number, typed: string, right: boolean): Promise<boolean> {
    const outcome = await outcomeOf(await giveCode(agent, typed))
    if (!this.halfOf(at, 'code')) {
      assert.deepEqual(outcome, 'sign-in-over')
      return false
    }
    if (this.slowed(outcome)) return false
    assert.deepEqual(outcome, right ? 200 : 'code-wrong')
    if (right) this.enter(at)
    else this.failed()
    return right
  }

  async appCode(agent: Agent, at: number): Promise<void> {
    if (!this.phone.secret) return
    const right = this.model.factor && this.step() > this.model.lastStep
    if (await this.code(agent, at, this.phone.code, right)) this.model.lastStep = this.step()
  }

  async recoveryCode(agent: Agent, at: number): Promise<void> {
    const [code] = this.model.codes
    if (code === undefined) return
    if (!(await this.code(agent, at, code, true))) return
    this.model.codes = this.model.codes.slice(1)
    this.model.usedCodes.push(code)
  }

  /** A fresh proof opens what asks for one, so that only the machine of signing in is on trial here. */
  async prove(agent: Agent): Promise<boolean> {
    const { model } = this
    if (model.factor && this.step() <= model.lastStep) this.house.clock.advance(PERIOD_MS)
    const proof = model.factor ? { code: this.phone.code } : { password: model.password }
    const outcome = await outcomeOf(await agent.post('/api/me/step-up', proof))
    if (this.slowed(outcome)) return false
    assert.deepEqual(outcome, 204)
    model.failures = 0
    if (model.factor) model.lastStep = this.step()
    return true
  }

  async setUp(agent: Agent, at: number): Promise<void> {
    const { model } = this
    if (!model.signedIn[at] || !(await this.prove(agent))) return
    await this.phone.setUp(agent)
    this.hasFactor(at)
  }

  async setUpAtSignIn(agent: Agent, at: number): Promise<void> {
    if (!this.halfOf(at, 'enrol')) {
      assert.deepEqual(await outcomeOf(await agent.post('/api/auth/second-factor/offer')), 'sign-in-over')
      return
    }
    if (this.model.failures >= 5) return
    await this.phone.setUpAtSignIn(agent)
    this.hasFactor(at)
    this.enter(at)
  }

  hasFactor(at: number): void {
    const { model, phone } = this
    model.end(at)
    Object.assign(model, { factor: true, due: false, lastStep: this.step(), codes: phone.recoveryCodes, usedCodes: [] })
  }

  async switchOff(agent: Agent, at: number): Promise<void> {
    const { model } = this
    if (!model.signedIn[at] || !model.factor || !(await this.prove(agent))) return
    assert.deepEqual((await agent.delete('/api/me/second-factor')).status, 204)
    Object.assign(model, { factor: false, codes: [], usedCodes: [] })
    model.end(at)
  }

  async byAdmin(act: 'reset' | 'new password'): Promise<void> {
    const { model, admin, personId } = this
    assert.deepEqual(await outcomeOf(await admin.post('/api/me/step-up', { password: 'verdict-demo' })), 204)
    if (act === 'reset') {
      const outcome = await outcomeOf(await admin.delete(`/api/people/${personId}/second-factor`))
      assert.deepEqual(outcome, model.factor ? 204 : 'state-forbids')
      if (!model.factor) return
      Object.assign(model, { factor: false, due: true, codes: [], usedCodes: [] })
    } else {
      model.password = `${model.password}-next`
      assert.deepEqual((await admin.patch(`/api/people/${personId}`, { password: model.password })).status, 200)
    }
    model.end()
  }

  async act(act: Act, at: number): Promise<void> {
    const agent = this.browsers[at]
    const { model, house } = this
    if (!agent) throw new Error('no such browser')
    if (act === 'password') return this.password(agent, at, model.password)
    if (act === 'wrong password') return this.password(agent, at, 'not-the-password')
    if (act === 'code') return this.appCode(agent, at)
    if (act === 'old code' && model.factor) return void (await this.code(agent, at, this.phone.codeIn(model.lastStep), false))
    if (act === 'wrong code') return void (await this.code(agent, at, 'ABCD-EFGH', false))
    if (act === 'recovery code') return this.recoveryCode(agent, at)
    if (act === 'used recovery code' && model.usedCodes[0]) return void (await this.code(agent, at, model.usedCodes[0], false))
    if (act === 'set up') return this.setUp(agent, at)
    if (act === 'set up at sign-in') return this.setUpAtSignIn(agent, at)
    if (act === 'switch off') return this.switchOff(agent, at)
    if (act === 'reset' || act === 'new password') return this.byAdmin(act)
    if (act === 'half a minute') house.clock.advance(PERIOD_MS)
    if (act === 'eleven minutes') house.clock.advance(11 * 60_000)
    if (act === 'sign out' && model.signedIn[at]) {
      await agent.post('/api/auth/sign-out')
      model.signedIn[at] = false
    }
    if (act === 'sign out elsewhere' && model.signedIn[at]) {
      await agent.delete('/api/me/sign-ins')
      model.end(at)
    }
  }

  /** Who is in is in, and nobody else. */
  async agrees(): Promise<void> {
    const statuses = await Promise.all(this.browsers.map(async (agent) => (await agent.get('/api/me')).status))
    assert.deepEqual(
      statuses,
      this.model.signedIn.map((is) => (is ? 200 : 401)),
    )
  }
}
