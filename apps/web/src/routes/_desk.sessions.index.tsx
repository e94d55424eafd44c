import { createFileRoute } from '@tanstack/react-router'
import type { SessionRow } from '@verdict/contract/session'
import { lazy, Suspense, useState } from 'react'
import { SessionsPage } from '../features/sessions/sessions-page.tsx'
import { sessionsQuery } from '../features/sessions/sessions.queries.ts'
import { parseSessionsSearch } from '../features/sessions/sessions.search.ts'
import { useMay } from '../lib/me.ts'
import { needs } from '../lib/needs.ts'

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

const BulkDialog = lazy(async () => ({ default: (await import('../features/bulk/bulk-dialog.tsx')).BulkDialog }))

function Sessions() {
  const may = useMay()
  const navigate = Route.useNavigate()
  const [chosen, setChosen] = useState<{ rows: readonly SessionRow[]; done: () => void } | null>(null)
  return (
    <>
      <SessionsPage search={Route.useSearch()} onDecide={may('decisions.make') ? (rows, done) => setChosen({ rows, done }) : undefined} />
      {chosen && (
        <Suspense fallback={<div hidden data-dialog-coming />}>
          <BulkDialog
            rows={chosen.rows}
            onClose={() => setChosen(null)}
            onMade={(bulkId) => {
              chosen.done()
              void navigate({ to: '/bulk/$bulkId', params: { bulkId } })
            }}
          />
        </Suspense>
      )}
    </>
  )
}
