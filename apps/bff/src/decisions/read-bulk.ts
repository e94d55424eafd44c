import type { BulkCase, BulkCases, BulkRead } from '@verdict/contract/decision-bulk'
import { AppError } from '../lib/app-error.ts'
import type { Person } from '../lib/person.ts'
import type { Policies } from '../policy/policies.ts'
import { sessionFacts } from '../reasons/session-facts.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import type { RecordView } from '../sessions/record-view.ts'
import { expectedWords } from './bulk-words.ts'
import { type CheckDecision, refuseByState } from './check-decision.ts'
import type { DecisionBook } from './decision.book.ts'
import { inTurns } from './in-turns.ts'

/**
 * Reads the cases that are to be decided together, and says of each what must be seen and what stands against it.
 * Counts as opening them: nobody decides in bulk what they did not have before them.
 */
export const makeReadBulk = (deps: {
  evidence: Pick<EvidenceReader, 'read'>
  book: Pick<DecisionBook, 'openForAll'>
  policies: Pick<Policies, 'current'>
  why: CheckDecision['why']
  recordView: RecordView
}) => {
  const { evidence, book, policies, why, recordView } = deps
  return async (by: Person, { sessionIds, outcome }: BulkRead): Promise<BulkCases> => {
    const ids = [...new Set(sessionIds)]
    const applied = await policies.current()
    const taken = new Set((await book.openForAll(ids)).map((row) => row.session_id))
    const readOne = async (sessionId: string): Promise<BulkCase> => {
      const none = { sessionId, name: null, number: null, status: null, evidenceHash: null, mustSee: [], why: [] }
      try {
        const read = await evidence.read(sessionId, 'cached', 'person')
        const session = adaptSession(read.wire, () => null)
        const facts = sessionFacts(session)
        await recordView('session.viewed', by, read.sessionId, read.hash)
        const known = {
          ...none,
          name: session.name,
          number: session.number,
          status: session.status,
          evidenceHash: read.hash,
          mustSee: facts.mustSee.map(({ id, code, severity, title }) => ({ id, code, severity, title })),
        }
        if (taken.has(sessionId)) return { ...known, refusal: 'A decision for it is under way already.' }
        try {
          refuseByState(by, read, outcome)
        } catch (error) {
          return { ...known, refusal: expectedWords(error) }
        }
        return { ...known, refusal: null, why: (await why(applied, sessionId, facts, outcome)).map(({ text }) => text) }
      } catch (error) {
        if (error instanceof AppError) return { ...none, refusal: error.title }
        return { ...none, refusal: expectedWords(error) }
      }
    }
    return { cases: await inTurns(ids, readOne), bulkOver: applied.policy.fourEyes.bulkOver }
  }
}
export type ReadBulk = ReturnType<typeof makeReadBulk>
