import { createFileRoute } from '@tanstack/react-router'
import { WebhooksPage } from '../features/webhooks/webhooks-page.tsx'
import { deliveriesQuery, destinationsQuery } from '../features/webhooks/webhooks.queries.ts'
import { parseWebhooksSearch } from '../features/webhooks/webhooks.search.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/webhooks')({
  validateSearch: parseWebhooksSearch,
  beforeLoad: ({ context }) => {
    needs(context.me, 'connection.read')
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    void context.queryClient.prefetchQuery(destinationsQuery)
    if (deps.view !== 'gaps') await context.queryClient.ensureInfiniteQueryData(deliveriesQuery(deps))
  },
  component: Page,
})

function Page() {
  const search = Route.useLoaderDeps()
  const navigate = Route.useNavigate()
  return <WebhooksPage search={search} onSearch={(next) => void navigate({ search: next })} />
}
