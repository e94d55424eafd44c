import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { approvalsQuery } from '../features/approvals/approvals.queries.ts'
import { QueuePage } from '../features/queue/queue-page.tsx'
import { queueQuery } from '../features/queue/queue.queries.ts'
import { parseQueueSearch } from '../features/queue/queue.search.ts'
import { useMay } from '../lib/me.ts'
import { needs } from '../lib/needs.ts'
import { useBulkDialog } from './-use-bulk-dialog.tsx'

export const Route = createFileRoute('/_desk/queue')({
  validateSearch: parseQueueSearch,
  loaderDeps: ({ search }) => search,
  beforeLoad: ({ context }) => {
    needs(context.me, 'queue.read')
  },
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(queueQuery(deps))
  },
  // The first screen: it must not wait for a piece of its own.
  codeSplitGroupings: [],
  component: Queue,
})

function Queue() {
  const may = useMay()
  const looks = useQuery({ ...approvalsQuery, enabled: may('approvals.read') }).data?.forMe ?? 0
  const bulk = useBulkDialog()
  return (
    <>
      <QueuePage search={Route.useSearch()} onDecide={bulk.onDecide} looks={looks} />
      {bulk.dialog}
    </>
  )
}
