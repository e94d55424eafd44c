import { useInfiniteQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { CasePage } from '../features/case/case-page.tsx'
import type { CaseQueue, SlotProps } from '../features/case/case-page.types.ts'
import { loadCatalogue } from '../features/case/warnings/catalogue.store.ts'
import { trailQuery } from '../features/case/case.queries.ts'
import { CaseSkeleton } from '../features/case/case-skeleton.tsx'
import { queueQuery } from '../features/queue/queue.queries.ts'
import { useReportDownload } from '../features/reports/report-download.ts'
import { count } from '../lib/format.ts'
import { useMay } from '../lib/me.ts'
import { needs } from '../lib/needs.ts'
import { sessionQuery } from '../lib/shared.queries.ts'

export const Route = createFileRoute('/_desk/sessions/$sessionId')({
  validateSearch: ({ at, bench }): { at?: string; bench?: string | 1 } => ({
    ...(typeof at === 'string' && at !== '' ? { at: at.slice(0, 200) } : {}),
    ...(bench === 1 || bench === '1' ? { bench: 1 } : typeof bench === 'string' && bench !== '' ? { bench: bench.slice(0, 200) } : {}),
  }),
  beforeLoad: ({ context }) => {
    needs(context.me, 'sessions.read')
  },
  loader: async ({ context, params }) => {
    void context.queryClient.prefetchQuery(trailQuery(params.sessionId))
    await Promise.all([context.queryClient.ensureQueryData(sessionQuery(params.sessionId)), loadCatalogue()])
  },
  pendingComponent: CaseSkeleton,
  component: Case,
})

/** Where this case stands in the queue; null for people who have none. */
function useCaseQueue(sessionId: string): CaseQueue | null {
  const may = useMay()
  const { data } = useInfiniteQuery({ ...queueQuery({}), enabled: may('queue.read') })
  if (!may('queue.read')) return null
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const at = rows.findIndex((row) => row.id === sessionId)
  const free = (row: (typeof rows)[number]) => row.pending === null && row.id !== sessionId
  const total = data?.pages[0]?.counts.all
  const row = rows[at]
  const level = row?.why.find((why) => why.code === 'near-level' || why.code === 'over-level')
  return {
    position: at < 0 ? null : at + 1,
    total: total ? `${count(total.value)}${total.exact ? '' : '+'}` : '…',
    nextId: (rows.slice(at + 1).find(free) ?? rows.find(free))?.id ?? null,
    previousId: rows[at - 1]?.id ?? null,
    waitingSince: row?.waitingSince ?? null,
    level: level?.text ?? null,
  }
}

const BlocklistDialog = lazy(async () => ({ default: (await import('../features/blocklist/blocklist-dialog.tsx')).BlocklistDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('../features/shares/share-dialog.tsx')).ShareDialog }))

function Blocklist({ session, onClose }: SlotProps) {
  return (
    <Suspense>
      <BlocklistDialog session={{ ...session, items: session.actions.blocklist.items }} mode="add" onClose={onClose} onDone={onClose} />
    </Suspense>
  )
}

function Share({ session, onClose }: SlotProps) {
  return (
    <Suspense>
      <ShareDialog session={session} onClose={onClose} />
    </Suspense>
  )
}

function Case() {
  const { sessionId } = Route.useParams()
  const { at } = Route.useSearch()
  const queue = useCaseQueue(sessionId)
  const report = useReportDownload()
  const download = ({ number }: { number: number | null }) => report.mutate({ sessionId, number })
  return (
    <CasePage
      sessionId={sessionId}
      queue={queue}
      at={at ?? null}
      slots={{ Blocklist, Share, report: { start: download, pending: report.isPending, error: report.error } }}
    />
  )
}
