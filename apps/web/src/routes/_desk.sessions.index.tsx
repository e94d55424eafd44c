import { createFileRoute } from '@tanstack/react-router'
import { SessionsPage } from '../features/sessions/sessions-page.tsx'
import { sessionsQuery } from '../features/sessions/sessions.queries.ts'
import { parseSessionsSearch } from '../features/sessions/sessions.search.ts'
import { needs } from '../lib/needs.ts'
import { useBulkDialog } from './-use-bulk-dialog.tsx'

export const Route = createFileRoute('/_desk/sessions/')({
  validateSearch: parseSessionsSearch,
  loaderDeps: ({ search }) => search,
  beforeLoad: ({ context }) => {
    needs(context.me, 'sessions.read')
  },
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(sessionsQuery(deps))
  },
  component: Sessions,
})

function Sessions() {
  const bulk = useBulkDialog()
  return (
    <>
      <SessionsPage search={Route.useSearch()} onDecide={bulk.onDecide} />
      {bulk.dialog}
    </>
  )
}
