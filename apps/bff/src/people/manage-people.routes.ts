import { PeopleList, PersonChange, PersonInput, PersonRow, SetupInput } from '@verdict/contract/people'
import { Hono } from 'hono'
import { need, publicRoute } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { SetUp } from './first-admin.ts'
import type { ChangePerson } from './change-person.ts'
import type { AddPerson, ListPeople } from './manage-people.ts'

export interface ManagePeopleUseCases {
  listPeople: ListPeople
  addPerson: AddPerson
  changePerson: ChangePerson
  setUp: SetUp
}

/** Who works here. Mounted at `/api`. */
export function managePeopleRoutes({ listPeople, addPerson, changePerson, setUp }: ManagePeopleUseCases) {
  return new Hono<AppEnv>()
    .get('/people', need('people.manage', { summary: 'Everybody, by name', answers: { 200: PeopleList } }), async (c) =>
      answer(c, PeopleList, { people: await listPeople() }, 200),
    )
    .post(
      '/people',
      need('people.manage', { summary: 'Add somebody', answers: { 201: PersonRow } }),
      validate('json', PersonInput),
      async (c) => answer(c, PersonRow, await addPerson({ actor: c.var.person, person: c.req.valid('json') }), 201),
    )
    .patch(
      '/people/:personId',
      need('people.manage', { summary: 'Set somebody’s roles or password, or end their access', answers: { 200: PersonRow } }),
      validate('json', PersonChange),
      async (c) => {
        const input = { actor: c.var.person, personId: c.req.param('personId'), change: c.req.valid('json') }
        return answer(c, PersonRow, await changePerson(input), 200)
      },
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
