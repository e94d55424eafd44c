import { createFileRoute } from '@tanstack/react-router'
import { BlocklistPage } from '../features/blocklist/blocklist-page.tsx'
import { blocklistQuery } from '../features/blocklist/blocklist.queries.ts'
import { parseBlocklistSearch } from '../features/blocklist/blocklist.search.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/blocklist')({
  validateSearch: parseBlocklistSearch,
  beforeLoad: ({ context }) => {
    needs(context.me, 'blocklist.read')
  },
  loaderDeps: ({ search }) => ({ item: search.item }),
  loader: ({ context, deps }) => context.queryClient.ensureInfiniteQueryData(blocklistQuery(deps.item)),
  component: Page,
})

function Page() {
  const { item } = Route.useLoaderDeps()
  const navigate = Route.useNavigate()
  return <BlocklistPage item={item} onItem={(next) => void navigate({ search: { item: next } })} />
}
