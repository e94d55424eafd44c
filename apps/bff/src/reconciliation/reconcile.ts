import type { ReconciliationRun } from '@verdict/contract/alarms'
import type { Didit } from '@verdict/didit'
import { DiditRefusedError, isDiditError, nextOffset } from '@verdict/didit'
import type { Review } from '@verdict/didit/wire/reviews'
import { AppError } from '../lib/app-error.ts'
import type { EvidenceReader } from '../sessions/evidence.ts'
import { adaptStatus } from '../sessions/status.adapt.ts'
import { isOursAlone, judgeCompany } from './judge-company.ts'
import { judgeTrail } from './judge-trail.ts'
import type { Judgement } from './judge-trail.ts'
import type { AlarmRow, MarkRow, ReconciliationBook } from './reconciliation.repository.ts'
import type { ShortTrail, ToldTrails } from './told-trails.ts'

const PAGE = 100
const MAX_PAGES = 5

interface Deps {
  book: ReconciliationBook
  didit: Pick<Didit, 'reviews'>
  evidence: Pick<EvidenceReader, 'read'>
  told: Pick<ToldTrails, 'of'>
  clock: () => number
  /** Told about every alarm and every decision made in Didit's console, when it is on disk. */
  onChange: (alarm: AlarmRow) => void
  onFailure: (error: unknown) => void
}

type Read = Judgement & { status: string | null; kind: 'user' | 'business' | null }

const isMissing = (error: unknown): boolean =>
  (error instanceof DiditRefusedError && error.reason === 'not-found') || (error instanceof AppError && error.code === 'not-found')
/** A key that may not read one trail says nothing about the others. */
const endsCycle = (error: unknown): boolean =>
  isDiditError(error) && !(error instanceof DiditRefusedError && error.reason !== 'credentials' && error.reason !== 'upstream-fault')

const problemOf = (error: unknown): string =>
  error instanceof DiditRefusedError && error.reason === 'credentials'
    ? 'Didit does not let this key read its trail. Check the key’s rights.'
    : 'Didit did not answer, so the comparison stopped. It goes on by itself.'

/** One cycle: every session that changed is compared with Didit's own trail. One process at a time, one cycle at a time. */
export function makeReconcile({ book, didit, evidence, told, clock, onChange, onFailure }: Deps) {
  const trail = async (sessionId: string, since: number): Promise<{ reviews: Review[]; complete: boolean }> => {
    const reviews: Review[] = []
    let offset: number | null = 0
    for (let page = 0; page < MAX_PAGES && offset !== null; page += 1) {
      const answer = await didit.reviews.list({ sessionId, limit: PAGE, offset }, { lane: 'background' })
      reviews.push(...answer.results)
      const next = nextOffset(answer)
      const oldest = Date.parse(answer.results.at(-1)?.created_at ?? '')
      if (oldest < since) return { reviews, complete: true }
      offset = next !== null && next > offset && answer.results.length > 0 ? next : null
    }
    return { reviews, complete: offset === null }
  }

  /**
   * The webhook brought a short trail. Where nobody but we and Didit itself stands in it, and nothing was heard since,
   * the trail need not be asked for; otherwise the trail says more.
   */
  const clean = async (row: MarkRow, since: number): Promise<Read | undefined> => {
    const heard = told.of(row.session_id)
    if (!heard || heard.eventId !== (await book.lastEvent(row.session_id, adaptStatus(heard.trail.status)))) return undefined
    const [own, ownEdits] = await Promise.all([book.own(row.session_id), book.ownEdits(row.session_id)])
    if (!isOursAlone({ wire: heard.trail, own, ownEdits, since })) return undefined
    const judged = await short(row, since, heard.trail)
    return judged.findings.length === 0 && !judged.unsure ? judged : undefined
  }

  const company = async (row: MarkRow, since: number): Promise<Read> => {
    const { wire } = await evidence.read(row.session_id, 'cached', 'background')
    return short(row, since, wire)
  }

  const short = async (row: MarkRow, since: number, wire: ShortTrail): Promise<Read> => {
    const [own, ownEdits] = await Promise.all([book.own(row.session_id), book.ownEdits(row.session_id)])
    const judged = judgeCompany({ wire, own, ownEdits, lastStatus: row.last_status, since, now: clock() })
    const kind = wire.session_kind === 'business' ? 'business' : null
    return { ...judged, status: judged.unsure ? null : adaptStatus(wire.status), kind }
  }

  const compare = async (row: MarkRow, since: number): Promise<Read> => {
    if (row.kind === 'business') return company(row, since)
    const known = await clean(row, since)
    if (known) return known
    let read: { reviews: Review[]; complete: boolean }
    try {
      read = await trail(row.session_id, since)
    } catch (error) {
      if (!isMissing(error)) throw error
      return company(row, since)
    }
    const own = await book.own(row.session_id)
    return { ...judgeTrail({ ...read, own, since, now: clock() }), status: null, kind: 'user' }
  }

  const cycle = async (): Promise<ReconciliationRun> => {
    const counts = { checked: 0, raised: 0, noted: 0 }
    let problem: string | null = null
    const { watching_since: since } = await book.state()
    await book.markOwn()
    const seen = new Set<string>()
    for (
      let rows = await book.due();
      rows.length > 0 && problem === null;
      rows = (await book.due()).filter((row) => !seen.has(row.session_id))
    ) {
      for (const row of rows) {
        seen.add(row.session_id)
        try {
          const { findings, unsure, status, kind } = await compare(row, since)
          for (const alarm of await book.settle(row, { findings, again: unsure, status, kind })) {
            counts[alarm.kind === 'console' ? 'noted' : 'raised'] += 1
            onChange(alarm)
          }
          counts.checked += 1
        } catch (error) {
          if (isMissing(error)) {
            await book.settle(row, { findings: [], again: false, status: null, kind: null })
            continue
          }
          if (!isDiditError(error)) onFailure(error)
          if (endsCycle(error)) {
            problem = problemOf(error)
            break
          }
          await book.putOff(row)
        }
      }
    }
    await book.end(problem)
    return { ...counts, left: await book.dueCount(), problem }
  }

  let underWay: Promise<ReconciliationRun> | undefined
  /** Runs a cycle, or joins the one that runs. Undefined while another process runs one. */
  return async (): Promise<ReconciliationRun | undefined> => {
    if (underWay) return underWay
    const run = async () => {
      if (!(await book.begin())) return undefined
      return cycle().catch(async (error: unknown) => {
        await book.end('Something failed here. It is tried again.')
        throw error
      })
    }
    const running = run()
    const shared = running.then((result) => result ?? { checked: 0, raised: 0, noted: 0, left: 0, problem: null })
    underWay = shared
    try {
      return await running
    } finally {
      underWay = undefined
    }
  }
}
export type Reconcile = ReturnType<typeof makeReconcile>
