import { CodeInput, FactorOffer, MyFactor, RecoveryCodes } from '@verdict/contract/second-factor'
import { SignInList, SignInsEnded } from '@verdict/contract/sign-ins'
import { Hono } from 'hono'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { callerAddress } from '../http/caller-address.ts'
import { validate } from '../http/validate.ts'
import type { People } from './make-people.ts'

/** One's own second factor and sign-ins. Mounted at `/api/me`. */
export function ownSecurityRoutes({ ownFactor, signIns }: Pick<People, 'ownFactor' | 'signIns'>) {
  return new Hono<AppEnv>()
    .get('/second-factor', signedIn({ summary: 'My second factor', answers: { 200: MyFactor } }), async (c) =>
      answer(c, MyFactor, await ownFactor.read(c.var.person), 200),
    )
    .post(
      '/second-factor/offer',
      signedIn({ summary: 'A new secret for my app', answers: { 200: FactorOffer }, stepUp: true }),
      async (c) => answer(c, FactorOffer, await ownFactor.offer(c.var.person, c.var.signInId), 200),
    )
    .post(
      '/second-factor',
      signedIn({ summary: 'Set it up by the first code; my other sign-ins end', answers: { 200: RecoveryCodes }, stepUp: true }),
      validate('json', CodeInput),
      async (c) => {
        const { person, signInId } = c.var
        const recoveryCodes = await ownFactor.confirm({ person, signInId, ...c.req.valid('json'), address: callerAddress(c) })
        return answer(c, RecoveryCodes, { recoveryCodes }, 200)
      },
    )
    .delete('/second-factor', signedIn({ summary: 'Switch my second factor off', answers: { 204: 'none' }, stepUp: true }), async (c) => {
      await ownFactor.remove(c.var.person, c.var.signInId)
      return c.body(null, 204)
    })
    .post(
      '/recovery-codes',
      signedIn({ summary: 'New recovery codes; the old ones end', answers: { 200: RecoveryCodes }, stepUp: true }),
      async (c) => answer(c, RecoveryCodes, { recoveryCodes: await ownFactor.renewCodes(c.var.person) }, 200),
    )
    .get('/sign-ins', signedIn({ summary: 'Where I am signed in', answers: { 200: SignInList } }), async (c) =>
      answer(c, SignInList, await signIns.list(c.var.person, c.var.signInId), 200),
    )
    .delete('/sign-ins', signedIn({ summary: 'End my other sign-ins', answers: { 200: SignInsEnded } }), async (c) =>
      answer(c, SignInsEnded, { ended: await signIns.endOthers(c.var.person, c.var.signInId) }, 200),
    )
    .delete('/sign-ins/:signInId', signedIn({ summary: 'End one of my sign-ins', answers: { 204: 'none' } }), async (c) => {
      await signIns.endOne(c.var.person, c.req.param('signInId'))
      return c.body(null, 204)
    })
}
