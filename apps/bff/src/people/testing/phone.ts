import { FactorOffer, RecoveryCodes } from '@verdict/contract/second-factor'
import type { Agent } from '../../testing/agent.ts'
import { DEMO_PASSWORD } from '../demo-staff.ts'
import { codeAt } from '../second-factor/totp.ts'

const PERIOD_MS = 30_000

/** A phone with an authenticator app: shows codes, and waits for the next one so that none is used twice. */
export class Phone {
  secret = ''
  recoveryCodes: string[] = []
  readonly #clock: { (): number; advance(ms: number): void }

  constructor(clock: { (): number; advance(ms: number): void }) {
    this.#clock = clock
  }

  /** The code of this moment. */
  get code(): string {
    return codeAt(this.secret, this.#clock())
  }

  /** The code of one half minute since 1970. */
  codeIn(step: number): string {
    return codeAt(this.secret, step * PERIOD_MS)
  }

  /** The next code, after the time for it has come. */
  next(): string {
    this.#clock.advance(PERIOD_MS)
    return this.code
  }

  /** Sets a second factor up in the account of somebody signed in. */
  async setUp(agent: Agent): Promise<this> {
    await this.#scan(await agent.post('/api/me/second-factor/offer'))
    return this.#keep(await agent.post('/api/me/second-factor', { code: this.code }))
  }

  /** Sets it up between password and sign-in. */
  async setUpAtSignIn(agent: Agent): Promise<this> {
    await this.#scan(await agent.post('/api/auth/second-factor/offer'))
    return this.#keep(await agent.post('/api/auth/second-factor', { code: this.code }))
  }

  async #scan(answer: Response): Promise<void> {
    this.secret = FactorOffer.parse(await answer.json()).secret
  }

  async #keep(answer: Response): Promise<this> {
    this.recoveryCodes = RecoveryCodes.parse(await answer.json()).recoveryCodes
    return this
  }
}

export const givePassword = async (agent: Agent, seat: string, password = DEMO_PASSWORD): Promise<Response> =>
  agent.post('/api/auth/sign-in/email', { email: `${seat}@verdict.example`, password })

export const giveCode = async (agent: Agent, code: string): Promise<Response> => agent.post('/api/auth/sign-in/code', { code })

/** The code of a problem, or the status of anything else. */
export async function outcomeOf(answer: Response): Promise<string | number> {
  if (answer.status < 400) return answer.status
  return String(Object(await answer.json()).code)
}
