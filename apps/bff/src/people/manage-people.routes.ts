import { PeopleList, PersonChange, PersonInput, PersonRow, SetupInput } from '@verdict/contract/people'
import { SignInsEnded } from '@verdict/contract/sign-ins'
import { Hono } from 'hono'
import { need, publicRoute } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { People } from './make-people.ts'

type ManagePeopleUseCases = Pick<People, 'listPeople' | 'addPerson' | 'changePerson' | 'resetFactor' | 'signIns' | 'setUp'>

/** Who works here. Mounted at `/api`. */
export function managePeopleRoutes(people: ManagePeopleUseCases) {
  const { listPeople, addPerson, changePerson, resetFactor, signIns, setUp } = people
  return new Hono<AppEnv>()
    .get('/people', need('people.manage', { summary: 'Everybody, by name', answers: { 200: PeopleList } }), async (c) =>
      answer(c, PeopleList, { people: await listPeople() }, 200),
    )
    .post(
      '/people',
      need('people.manage', { summary: 'Add somebody', answers: { 201: PersonRow }, stepUp: true }),
      validate('json', PersonInput),
      async (c) => answer(c, PersonRow, await addPerson({ actor: c.var.person, person: c.req.valid('json') }), 201),
    )
    .patch(
      '/people/:personId',
      need('people.manage', {
        summary: 'Set somebody’s roles or password, or end their access',
        answers: { 200: PersonRow },
        stepUp: true,
      }),
      validate('json', PersonChange),
      async (c) => {
        const input = { actor: c.var.person, personId: c.req.param('personId'), change: c.req.valid('json') }
        return answer(c, PersonRow, await changePerson(input), 200)
      },
    )
    .delete(
      '/people/:personId/second-factor',
      need('people.manage', {
        summary: 'Take a lost second factor away; a new one is set up next',
        answers: { 204: 'none' },
        stepUp: true,
      }),
      async (c) => {
        await resetFactor({ actor: c.var.person, personId: c.req.param('personId') })
        return c.body(null, 204)
      },
    )
    .delete(
      '/people/:personId/sign-ins',
      need('people.manage', { summary: 'Sign somebody out everywhere', answers: { 200: SignInsEnded } }),
      async (c) => answer(c, SignInsEnded, { ended: await signIns.endAllOf(c.var.person, c.req.param('personId')) }, 200),
    )
    .post(
      '/setup',
      publicRoute('the first admin cannot sign in yet; the one-time token is the proof', {
        summary: 'Make the first admin',
        answers: { 204: 'none' },
      }),
      validate('json', SetupInput),
      async (c) => {
        await setUp(c.req.valid('json'))
        return c.body(null, 204)
      },
    )
}
