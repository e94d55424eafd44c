import type { ReasonCatalogue } from '@verdict/contract/policy/reasons'
import type { Transaction } from 'kysely'
import { openStages } from '../decisions/decision-machine.ts'
import type { Database } from '../store/schema.ts'

const outcomes = ['Approved', 'Declined', 'Resubmitted'] as const

const inWords = (times: number) => (times === 1 ? 'A decision that is not over uses it' : `${times} decisions that are not over use it`)

/** Reasons that the next catalogue lacks although decisions under way still give them, by path: such can only be retired. */
export async function droppedInUse(
  trx: Transaction<Database>,
  before: ReasonCatalogue,
  next: ReasonCatalogue,
): Promise<{ path: string; message: string }[]> {
  const dropped = outcomes.flatMap((outcome) =>
    before[outcome].filter(({ code }) => next[outcome].every((kept) => kept.code !== code)).map((entry) => ({ outcome, ...entry })),
  )
  if (dropped.length === 0) return []
  const used = await trx
    .selectFrom('decisions')
    .select((eb) => ['outcome', 'reason_code', eb.fn.countAll().as('times')])
    .where('stage', 'in', openStages)
    .groupBy(['outcome', 'reason_code'])
    .execute()
  return dropped.flatMap(({ outcome, code, label }) => {
    const use = used.find((row) => row.outcome === outcome && row.reason_code === code)
    if (!use) return []
    return [{ path: `policy.reasons.${outcome}`, message: `“${label}” stays: ${inWords(Number(use.times))}. Retire it instead.` }]
  })
}
