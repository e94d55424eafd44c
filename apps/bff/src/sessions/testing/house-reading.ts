import { QueuePage } from '@verdict/contract/queue'
import { SessionDetail } from '@verdict/contract/case'
import type { Agent, House } from '../../testing/index.ts'

/** The oldest session in review of one kind. */
export async function oneInReview(agent: Agent, kind: 'user' | 'business' = 'user'): Promise<string> {
  const page = QueuePage.parse(await (await agent.get('/api/queue')).json())
  const row = page.rows.find((candidate) => candidate.kind === kind)
  if (!row) throw new Error(`nothing in review of kind ${kind}`)
  return row.id
}

export async function detailOf(agent: Agent, id: string): Promise<SessionDetail> {
  const response = await agent.get(`/api/sessions/${id}`)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return SessionDetail.parse(await response.json())
}

interface JournalEntry {
  method: string
  path: string
  status: number
}

/** Calls that the emulator got, oldest first. */
export async function callsTo(house: House, part: string): Promise<JournalEntry[]> {
  const response = await house.emulator.app.request('/__emulator/requests')
  const journal = (await response.json()) as JournalEntry[]
  return journal.filter(({ path }) => path.includes(part))
}

/** Actions in the ledger about a session, oldest first. */
export async function recorded(
  house: House,
  sessionId: string,
): Promise<{ action: string; who: string; ref: number | null; seq: number; body: string }[]> {
  await house.deps.settled()
  return house.deps.store
    .selectFrom('ledger_entries')
    .select(['action', 'who', 'ref', 'seq', 'body'])
    .where('session_id', '=', sessionId)
    .orderBy('seq')
    .execute()
}
