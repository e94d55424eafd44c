import { createFileRoute } from '@tanstack/react-router'
import { LedgerPage } from '../features/ledger/ledger-page.tsx'
import { ledgerQuery } from '../features/ledger/ledger.queries.ts'
import { parseLedgerSearch } from '../features/ledger/ledger.search.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/ledger')({
  validateSearch: parseLedgerSearch,
  beforeLoad: ({ context }) => {
    needs(context.me, 'ledger.read')
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureInfiniteQueryData(ledgerQuery(deps)),
  component: Page,
})

function Page() {
  const search = Route.useLoaderDeps()
  const navigate = Route.useNavigate()
  return <LedgerPage search={search} onSearch={(next) => void navigate({ search: next })} />
}
