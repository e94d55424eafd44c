import { LedgerPage, LedgerQuery } from '@verdict/contract/record'
import { Hono } from 'hono'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { Person } from '../lib/person.ts'
import type { ReadLedger } from './read-ledger.ts'

/** What is withheld from a person; from the approvals room. */
export type WithheldFor = (person: Person) => Promise<{ ledgerSeqs: ReadonlySet<number> }>

/** Mounted at `/api/ledger`. */
export function ledgerRoutes({ readLedger, withheldFor }: { readLedger: ReadLedger; withheldFor: WithheldFor }) {
  return new Hono<AppEnv>().get(
    '/',
    need('ledger.read', { summary: 'The record, newest first', answers: { 200: LedgerPage } }),
    validate('query', LedgerQuery),
    async (c) => answer(c, LedgerPage, await readLedger(c.req.valid('query'), (await withheldFor(c.var.person)).ledgerSeqs), 200),
  )
}
