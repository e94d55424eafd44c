import { createFileRoute } from '@tanstack/react-router'
import { ApprovalsPage } from '../features/approvals/approvals-page.tsx'
import { approvalsQuery } from '../features/approvals/approvals.queries.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/approvals')({
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } => (typeof id === 'string' && id.length <= 100 ? { id } : {}),
  beforeLoad: ({ context }) => {
    needs(context.me, 'approvals.read')
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(approvalsQuery),
  component: Page,
})

function Page() {
  const { id } = Route.useSearch()
  const navigate = Route.useNavigate()
  return <ApprovalsPage picked={id ?? null} onPick={(next) => void navigate({ search: { id: next }, replace: true })} />
}
