import { Me, Welcome } from '@verdict/contract/access'
import { PasswordChange, SignInInput } from '@verdict/contract/people'
import { CodeInput, FactorOffer, RecoveryCodes, SignInStep, StepUpInput } from '@verdict/contract/second-factor'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { publicRoute, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { callerAddress } from '../http/caller-address.ts'
import { validate } from '../http/validate.ts'
import type { People } from './make-people.ts'

const from = (c: Context<AppEnv>) => ({
  address: callerAddress(c),
  browser: c.req.header('user-agent') ?? '',
  headers: c.req.raw.headers,
})

function handOver(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

const halfWay = 'half signed in: the challenge in the cookie is the proof of the password'

export type AccountUseCases = Pick<
  People,
  'signIn' | 'finishSignIn' | 'enrolAtSignIn' | 'signOut' | 'stepUp' | 'changeOwnPassword' | 'describeMe' | 'welcome'
>

/** Signing in and out, who am I, and proving it again. Mounted at `/api`. */
export function accountRoutes(people: AccountUseCases) {
  const { signIn, finishSignIn, enrolAtSignIn, signOut, stepUp, changeOwnPassword, describeMe, welcome } = people
  return new Hono<AppEnv>()
    .get('/welcome', publicRoute('the sign-in page needs it', { answers: { 200: Welcome } }), async (c) =>
      answer(c, Welcome, await welcome(), 200),
    )
    .get('/me', signedIn({ answers: { 200: Me } }), async (c) => answer(c, Me, await describeMe(c.var.person), 200))
    .post(
      '/auth/sign-in/email',
      publicRoute('this is how one signs in', {
        summary: 'E-mail and password; 202 when a code or a second factor is still wanted',
        answers: { 200: Me, 202: SignInStep },
      }),
      validate('json', SignInInput),
      async (c) => {
        const { person, step, cookies } = await signIn({ ...c.req.valid('json'), from: from(c) })
        handOver(c, cookies)
        return step ? answer(c, SignInStep, step, 202) : answer(c, Me, await describeMe(person), 200)
      },
    )
    .post(
      '/auth/sign-in/code',
      publicRoute(halfWay, { summary: 'The code of the app, or a recovery code, ends the sign-in', answers: { 200: Me } }),
      validate('json', CodeInput),
      async (c) => {
        const { person, cookies } = await finishSignIn({ ...c.req.valid('json'), from: from(c) })
        handOver(c, cookies)
        return answer(c, Me, await describeMe(person), 200)
      },
    )
    .post(
      '/auth/second-factor/offer',
      publicRoute(halfWay, { summary: 'A secret for the app, for those who must set one up', answers: { 200: FactorOffer } }),
      async (c) => answer(c, FactorOffer, await enrolAtSignIn.offer({ from: from(c) }), 200),
    )
    .post(
      '/auth/second-factor',
      publicRoute(halfWay, { summary: 'The first code sets the second factor up and signs in', answers: { 200: RecoveryCodes } }),
      validate('json', CodeInput),
      async (c) => {
        const { recoveryCodes, cookies } = await enrolAtSignIn.confirm({ ...c.req.valid('json'), from: from(c) })
        handOver(c, cookies)
        return answer(c, RecoveryCodes, { recoveryCodes }, 200)
      },
    )
    .post(
      '/me/step-up',
      signedIn({ summary: 'Prove again that it is me, for what asks for it', answers: { 204: 'none' } }),
      validate('json', StepUpInput),
      async (c) => {
        const { person, signInId } = c.var
        await stepUp({ person, signInId, proof: c.req.valid('json'), address: callerAddress(c) })
        return c.body(null, 204)
      },
    )
    .post(
      '/me/password',
      signedIn({ summary: 'Change my password', answers: { 204: 'none' } }),
      validate('json', PasswordChange),
      async (c) => {
        const { person, signInId } = c.var
        await changeOwnPassword({ person, signInId, change: c.req.valid('json'), address: callerAddress(c) })
        return c.body(null, 204)
      },
    )
    .post('/auth/sign-out', signedIn({ answers: { 204: 'none' } }), async (c) => {
      const { cookies } = await signOut({ person: c.var.person, headers: c.req.raw.headers })
      handOver(c, cookies)
      return c.body(null, 204)
    })
}
