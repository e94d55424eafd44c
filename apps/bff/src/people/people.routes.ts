import { Me, Welcome } from '@verdict/contract/access'
import { PasswordChange, SignInInput } from '@verdict/contract/people'
import { Hono } from 'hono'
import { publicRoute, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { callerAddress } from '../http/caller-address.ts'
import { validate } from '../http/validate.ts'
import type { Person } from '../lib/person.ts'
import type { ChangeOwnPassword } from './change-own-password.ts'
import type { SignIn } from './sign-in.ts'
import type { SignOut } from './sign-out.ts'

export interface PeopleUseCases {
  signIn: SignIn
  signOut: SignOut
  changeOwnPassword: ChangeOwnPassword
  describeMe: (person: Person) => Me
  welcome: () => Promise<Welcome>
}

/** Signing in and out, and who am I. Mounted at `/api`. */
export function accountRoutes({ signIn, signOut, changeOwnPassword, describeMe, welcome }: PeopleUseCases) {
  return new Hono<AppEnv>()
    .get('/welcome', publicRoute('the sign-in page needs it', { answers: { 200: Welcome } }), async (c) =>
      answer(c, Welcome, await welcome(), 200),
    )
    .get('/me', signedIn({ answers: { 200: Me } }), (c) => answer(c, Me, describeMe(c.var.person), 200))
    .post(
      '/auth/sign-in/email',
      publicRoute('this is how one signs in', { answers: { 200: Me } }),
      validate('json', SignInInput),
      async (c) => {
        const { person, cookies } = await signIn({ ...c.req.valid('json'), address: callerAddress(c) })
        for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
        return answer(c, Me, describeMe(person), 200)
      },
    )
    .post(
      '/me/password',
      signedIn({ summary: 'Change my password', answers: { 204: 'none' } }),
      validate('json', PasswordChange),
      async (c) => {
        const { person } = c.var
        await changeOwnPassword({ person, change: c.req.valid('json'), address: callerAddress(c), headers: c.req.raw.headers })
        return c.body(null, 204)
      },
    )
    .post('/auth/sign-out', signedIn({ answers: { 204: 'none' } }), async (c) => {
      const { cookies } = await signOut({ person: c.var.person, headers: c.req.raw.headers })
      for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
      return c.body(null, 204)
    })
}
