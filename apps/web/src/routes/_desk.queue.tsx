import { createFileRoute } from '@tanstack/react-router'
import { QueuePage } from '../features/queue/queue-page.tsx'
import { queueQuery } from '../features/queue/queue.queries.ts'
import { parseQueueSearch } from '../features/queue/queue.search.ts'
import { needs } from '../lib/needs.ts'

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
  return <QueuePage search={Route.useSearch()} />
}
