import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Store } from '../store/open-store.ts'
import { cookieDesk } from './sign-ins/cookie-desk.ts'
import { IDLE_MS, USE_NOTED_MS } from './sign-ins/limits.ts'

export interface AuthOptions {
  store: Store
  secret: string
  /** Where people open Verdict; decides whether the cookie is Secure. */
  publicUrl: string
  newId: () => string
}

/** better-auth: passwords, sessions and their cookies. Its own HTTP handler is not mounted: our routes call it. */
export function makeAuth({ store, secret, publicUrl, newId }: AuthOptions) {
  return betterAuth({
    appName: 'Verdict',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: store, type: 'sqlite' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256, autoSignIn: false },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: IDLE_MS / 1000, updateAge: USE_NOTED_MS / 1000 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: {
      cookiePrefix: 'verdict',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
    plugins: [cookieDesk],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof makeAuth>

export { hashPassword, verifyPassword }
