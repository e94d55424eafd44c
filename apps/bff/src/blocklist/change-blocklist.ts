import type { BlocklistAdd } from '@verdict/contract/blocklist'
import { DiditRefusedError, type Didit } from '@verdict/didit'
import type { OnRecord } from '../ledger/on-record.ts'
import type { Person } from '../lib/person.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { sessionActions } from '../sessions/session-actions.ts'
import { adaptSession } from '../sessions/session.adapt.ts'
import { blocklistMissing, nothingToBlock } from './blocklist.errors.ts'
import type { BlocklistReasons } from './blocklist.repository.ts'

interface ChangeDeps {
  didit: Pick<Didit, 'blocklist'>
  evidence: Pick<EvidenceReader, 'read' | 'forget'>
  onRecord: OnRecord
  reasons: Pick<BlocklistReasons, 'keep' | 'drop'>
}

/** The session was read a moment ago, so a 404 here means that the blocklist itself is not there. */
const orMissing = (error: unknown): never => {
  throw error instanceof DiditRefusedError && error.reason === 'not-found' ? blocklistMissing(error) : error
}

/** Blocks what a session brought, on the record. Later sessions with the same are declined by Didit. */
export const makeAddToBlocklist =
  ({ didit, evidence, onRecord, reasons }: ChangeDeps) =>
  async (by: Person, { sessionId: given, items, reason }: BlocklistAdd): Promise<number> => {
    const sessionId = given.toLowerCase()
    const { wire } = await evidence.read(sessionId, 'cached', 'person')
    const offered = sessionActions(
      adaptSession(wire, () => null),
      by.permissions,
    ).blocklist.items
    const wrong = items.flatMap((item, index) => {
      const offer = offered.find((each) => each.item === item)
      return offer?.available === true ? [] : [{ item, index, reason: offer?.reason ?? null }]
    })
    if (wrong.length > 0) throw nothingToBlock(wrong)
    const { seq } = await onRecord(
      { by, action: 'blocklist.added', sessionId, reason, data: { items } },
      (_seq, calls) => didit.blocklist.add({ sessionId, items }, calls),
      { keep: (trx, _done, ledgerSeq) => reasons.keep(trx, { by, sessionId, items, reason, ledgerSeq }) },
    ).catch(orMissing)
    evidence.forget(sessionId)
    return seq
  }
export type AddToBlocklist = ReturnType<typeof makeAddToBlocklist>

/** Takes off what was blocked from this session. The session itself may be gone: entries outlive it. */
export const makeRemoveFromBlocklist =
  ({ didit, evidence, onRecord, reasons }: ChangeDeps) =>
  async (
    by: Person,
    { sessionId: given, items, reason }: BlocklistAdd,
    /** Who asked for it, when a second person agreed to it. */
    asked?: { approvalId: string; by: string },
  ): Promise<number> => {
    const sessionId = given.toLowerCase()
    const { seq } = await onRecord(
      {
        by,
        action: 'blocklist.removed',
        sessionId,
        reason,
        data: { items, ...(asked ? { approvalId: asked.approvalId, askedBy: asked.by } : {}) },
      },
      (_seq, calls) => didit.blocklist.remove({ sessionId, items }, calls),
      { keep: (trx) => reasons.drop(trx, sessionId, items) },
    )
    evidence.forget(sessionId)
    return seq
  }
export type RemoveFromBlocklist = ReturnType<typeof makeRemoveFromBlocklist>
