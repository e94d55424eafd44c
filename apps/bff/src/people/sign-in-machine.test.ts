import fc from 'fast-check'
import { PeopleList } from '@verdict/contract/people'
import { afterEach, describe, it } from 'vitest'
import { makeHouse, type House } from '../testing/index.ts'
import { acts, BROWSERS, Trial } from './testing/sign-in-trial.ts'

const THOROUGH = process.env['THOROUGH'] === '1'

let open: House[] = []
afterEach(async () => {
  await Promise.all(open.map((house) => house.close()))
  open = []
})

describe('signing in', () => {
  it(
    'opens to a right proof alone, in whatever order people, admins and time act',
    { timeout: THOROUGH ? 3_600_000 : 120_000 },
    async () => {
      const steps = fc.array(fc.record({ act: fc.constantFrom(...acts), at: fc.nat({ max: BROWSERS - 1 }) }), {
        minLength: 6,
        maxLength: 24,
      })
      const property = fc.asyncProperty(steps, async (script) => {
        const house = await makeHouse({ sessions: 1 })
        open.push(house)
        const admin = await house.signIn('admin')
        const { people } = PeopleList.parse(await (await admin.get('/api/people')).json())
        const trial = new Trial(house, admin, people.find(({ email }) => email === 'reviewer@verdict.example')?.id ?? '')
        for (const { act, at } of script) {
          await trial.act(act, at)
          await trial.agrees()
        }
      })
      await fc.assert(property, { numRuns: THOROUGH ? 500 : 8, seed: 20_260_115, endOnFailure: true })
    },
  )
})
