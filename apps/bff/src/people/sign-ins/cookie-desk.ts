import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { z } from 'zod'
import { CHALLENGE_MS, IDLE_MS } from './limits.ts'

const onServer = { method: 'POST' as const, metadata: { SERVER_ONLY: true as const } }
const withToken = { ...onServer, body: z.object({ token: z.string() }) }

/** Writes and reads our cookies, signed and named as better-auth does. Its HTTP handler is not mounted. */
export const cookieDesk = {
  id: 'verdict-cookies',
  endpoints: {
    writeSignIn: createAuthEndpoint('/verdict/write-sign-in', withToken, async (ctx) => {
      const { name, attributes } = ctx.context.authCookies.sessionToken
      await ctx.setSignedCookie(name, ctx.body.token, ctx.context.secret, { ...attributes, maxAge: IDLE_MS / 1000 })
      return {}
    }),
    writeChallenge: createAuthEndpoint('/verdict/write-challenge', withToken, async (ctx) => {
      const { name, attributes } = ctx.context.createAuthCookie('challenge')
      const narrow = { ...attributes, sameSite: 'strict' as const, path: '/api/auth', maxAge: CHALLENGE_MS / 1000 }
      await ctx.setSignedCookie(name, ctx.body.token, ctx.context.secret, narrow)
      return {}
    }),
    readChallenge: createAuthEndpoint('/verdict/read-challenge', { ...onServer, requireHeaders: true }, async (ctx) => {
      const { name } = ctx.context.createAuthCookie('challenge')
      return { token: (await ctx.getSignedCookie(name, ctx.context.secret)) || null }
    }),
    clearChallenge: createAuthEndpoint('/verdict/clear-challenge', onServer, async (ctx) => {
      const { name, attributes } = ctx.context.createAuthCookie('challenge')
      ctx.setCookie(name, '', { ...attributes, sameSite: 'strict', path: '/api/auth', maxAge: 0 })
      return {}
    }),
  },
} satisfies BetterAuthPlugin
