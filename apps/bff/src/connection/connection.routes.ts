import { BudgetReport, Connection } from '@verdict/contract/connection'
import { Hono } from 'hono'
import { need, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'

interface ConnectionUseCases {
  readConnection: () => Connection
  readBudget: () => Promise<BudgetReport>
}

/** Mounted at `/api/connection`. */
export function connectionRoutes({ readConnection, readBudget }: ConnectionUseCases) {
  return new Hono<AppEnv>()
    .get('/', signedIn({ summary: 'How things stand with Didit', answers: { 200: Connection } }), (c) =>
      answer(c, Connection, readConnection(), 200),
    )
    .get(
      '/budget',
      need('connection.read', { summary: 'Who spends the calls that Didit allows', answers: { 200: BudgetReport } }),
      async (c) => answer(c, BudgetReport, await readBudget(), 200),
    )
}
