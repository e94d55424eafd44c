import { DiditOverBudgetError, DiditRefusedError, isDiditError, type Didit } from '@verdict/didit'
import { AppError } from '../lib/app-error.ts'
import type { Presence, Stint } from '../processes/presence.ts'
import { describeChanges, type Evidence, type EvidenceReader } from '../sessions/evidence.ts'
import { adaptToDidit, countMarks, type DecisionRow } from './decision.adapt.ts'
import type { DecisionBook } from './decision.book.ts'
import { makerGone } from './maker-stays.ts'
import { blockedWords, refusedWords, unknownWords } from './decision.words.ts'

/**
 * From the moment a write may have left until its absence proves that it did nothing. Twice the time limit of a
 * write: by then it has been answered or given up, here and at Didit.
 */
export const SETTLING_MS = 30_000

/** Milliseconds until the next try: 1, 2, 4 … 60 s. */
const backoff = (tries: number): number => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6))

const gone = ['The session no longer exists at Didit']
const isGone = (error: unknown) => error instanceof AppError && error.code === 'not-found'
const nothingSent = 'The evidence changed after the decision. Nothing was sent.'
const notApplied = 'Didit did not confirm the decision, its trail does not show it, and the session has changed. It is not sent again.'

/** Takes one decision as far as it can go now. Sends at most once, and only on the evidence that its maker read. */
export const makeSendDecision = (deps: {
  didit: Pick<Didit, 'sessions'>
  evidence: Pick<EvidenceReader, 'read' | 'seen' | 'forget'>
  book: Pick<DecisionBook, 'find' | 'move' | 'makerStays'>
  clock: () => number
  presence: Pick<Presence, 'id' | 'stint'>
  /** Told when Didit has taken a decision of ours. */
  onSettled?: (sessionId: string, outcome: string) => Promise<void>
}) => {
  const { didit, evidence, book, clock, presence, onSettled } = deps
  /** Forgetting first keeps it from joining a reading that began before now. */
  const readNow = async (row: DecisionRow): Promise<Evidence> => {
    evidence.forget(row.session_id)
    return evidence.read(row.session_id, 'fresh', 'person')
  }

  const settle = async (row: DecisionRow, event: 'accepted-by-didit' | 'found-applied') => {
    evidence.forget(row.session_id)
    const outcome = row.outcome
    await book.move(row, { event, change: { problem: null }, record: { actor: 'verdict', action: 'decision.settled', outcome } })
    await onSettled?.(row.session_id, outcome)
  }

  const voidIt = async (row: DecisionRow, changes: string[], nowHash: string | null) => {
    await book.move(row, {
      event: 'evidence-changed',
      change: { problem: row.stage === 'uncertain' ? notApplied : nothingSent, changes },
      record: { actor: 'verdict', action: 'decision.void', outcome: 'void', data: { evidenceHash: nowHash } },
    })
  }

  const voidBecause = async (row: DecisionRow, now: Evidence) => {
    const seen = await evidence.seen(row.session_id, row.evidence_hash)
    const lines = describeChanges(seen?.wire, now.wire)
    // What was read may be kept no longer: then the status is all that can be told.
    await voidIt(row, seen ? lines : [`Status is now ${now.wire.status}`, ...lines], now.hash)
  }

  const beUncertain = async (row: DecisionRow, leftAt: number): Promise<DecisionRow | undefined> =>
    book.move(row, {
      event: 'no-answer',
      change: { problem: unknownWords, wake_at: clock(), tries: 0, wrote_at: leftAt },
      record: { actor: 'verdict', action: 'decision.uncertain', outcome: 'uncertain' },
    })

  const holdAgain = async (row: DecisionRow, error: unknown) => {
    const wait = error instanceof DiditOverBudgetError && error.retryAfterMs !== null ? error.retryAfterMs : backoff(row.tries)
    await book.move(row, {
      event: 'not-sent',
      change: { problem: blockedWords(error), wake_at: clock() + wait, tries: row.tries + 1 },
    })
  }

  /** Didit said no: believe it only if a fresh reading does not show our entry. */
  const refused = async (row: DecisionRow, error: DiditRefusedError, { stint, leftAt }: { stint: Stint; leftAt: number }) => {
    const now = await readNow(row).catch((failure: unknown) => (isGone(failure) ? 'gone' : 'unread'))
    if (now === 'unread') return look(await beUncertain(row, leftAt), stint)
    if (now !== 'gone' && countMarks(now.wire, row) > row.marks_before) return settle(row, 'found-applied')
    await book.move(row, {
      event: 'refused-by-didit',
      change: { problem: refusedWords(error) },
      record: {
        actor: 'verdict',
        action: 'decision.refused',
        outcome: 'refused',
        data: { status: error.status, reason: error.reason },
      },
    })
    evidence.forget(row.session_id)
  }

  /** Whoever takes a row from us waits from the end of our lease on, so nothing of ours may leave after it. */
  const write = async (row: DecisionRow, stint: Stint): Promise<void> => {
    let leftAt = clock()
    const mayLeave = () => {
      leftAt = clock()
      return stint.holds()
    }
    try {
      await didit.sessions.updateStatus(adaptToDidit(row), { lane: 'person', mayLeave })
    } catch (error) {
      if (!isDiditError(error) || error.effect === 'unknown') return look(await beUncertain(row, leftAt), stint)
      if (error instanceof DiditRefusedError) return refused(row, error, { stint, leftAt })
      return holdAgain(row, error)
    }
    await settle(row, 'accepted-by-didit')
  }

  const check = async (row: DecisionRow, stint: Stint): Promise<void> => {
    let now: Evidence
    try {
      now = await readNow(row)
    } catch (error) {
      return isGone(error) ? voidIt(row, gone, null) : holdAgain(row, error)
    }
    if (now.hash !== row.evidence_hash) return voidBecause(row, now)
    const writing = await book.move(row, {
      event: 'checked',
      change: { wrote_at: clock(), marks_before: countMarks(now.wire, row) },
      whileMakerStays: true,
    })
    if (writing) return write(writing, stint)
    if (!(await book.makerStays(row))) await book.move(row, { event: 'not-sent', change: { problem: makerGone, wake_at: clock() } })
  }

  /** Its maker left while it was held: who switched them off took back what they saw; this is what came between. */
  const takeBack = async (row: DecisionRow): Promise<void> => {
    if (await book.makerStays(row)) return
    await book.move(row, {
      event: 'undo',
      change: { problem: makerGone },
      record: { actor: 'verdict', action: 'decision.undone', outcome: 'undone', data: { because: 'maker-gone' } },
    })
  }

  /** Finds out what became of a write. Sends again only when its absence is proven and the evidence is the same. */
  const look = async (row: DecisionRow | undefined, stint: Stint): Promise<void> => {
    if (!row) return
    const settledAt = (row.wrote_at ?? row.made_at) + SETTLING_MS
    const waiting = clock() < settledAt
    const again = async (problem: string) => {
      const next = clock() + backoff(row.tries)
      await book.move(row, {
        event: 'still-unknown',
        change: { problem, wake_at: waiting ? Math.min(next, settledAt) : next, tries: row.tries + 1 },
      })
    }
    let now: Evidence | 'gone'
    try {
      now = await readNow(row)
    } catch (error) {
      if (!isGone(error)) return again(`${unknownWords} ${blockedWords(error)}`)
      now = 'gone'
    }
    if (now !== 'gone' && countMarks(now.wire, row) > row.marks_before) return settle(row, 'found-applied')
    if (waiting) return again(unknownWords)
    if (now === 'gone') return voidIt(row, gone, null)
    if (now.hash !== row.evidence_hash) return voidBecause(row, now)
    const writing = await book.move(row, {
      event: 'found-not-applied',
      change: { wrote_at: clock(), marks_before: countMarks(now.wire, row), wake_at: null, problem: null, worker_id: presence.id },
      whileMakerStays: true,
    })
    if (writing) return write(writing, stint)
    if (!(await book.makerStays(row))) await voidIt(row, [makerGone], now.hash)
  }

  return async (id: string): Promise<void> => {
    const stint = presence.stint()
    const row = await book.find(id)
    if (row?.stage === 'uncertain') return look(row, stint)
    if (row?.stage !== 'held') return
    const checking = await book.move(row, { event: 'due', change: { wake_at: null, worker_id: presence.id }, whileMakerStays: true })
    await (checking ? check(checking, stint) : takeBack(row))
  }
}
export type SendDecision = ReturnType<typeof makeSendDecision>
