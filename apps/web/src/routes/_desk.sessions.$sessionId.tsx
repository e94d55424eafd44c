import { createFileRoute } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { CasePage } from '../features/case/case-page.tsx'
import type { SlotProps } from '../features/case/case-page.types.ts'
import { loadCatalogue } from '../features/case/warnings/catalogue.store.ts'
import { trailQuery } from '../features/case/case.queries.ts'
import { CaseSkeleton } from '../features/case/case-skeleton.tsx'
import { useReportDownload } from '../features/reports/report-download.ts'
import { needs } from '../lib/needs.ts'
import { sessionQuery } from '../lib/shared.queries.ts'
import { useCaseQueue } from './-use-case-queue.ts'

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
