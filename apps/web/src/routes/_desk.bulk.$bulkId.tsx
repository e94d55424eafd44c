import { createFileRoute } from '@tanstack/react-router'
import { BulkPage } from '../features/bulk/bulk-page.tsx'
import { bulkQuery } from '../features/bulk/bulk.queries.ts'

export const Route = createFileRoute('/_desk/bulk/$bulkId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(bulkQuery(params.bulkId))
  },
  component: Page,
})

function Page() {
  return <BulkPage bulkId={Route.useParams().bulkId} />
}
