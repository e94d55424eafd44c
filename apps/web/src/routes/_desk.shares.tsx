import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { approvalsQuery } from '../features/approvals/approvals.queries.ts'
import { SharesPage } from '../features/shares/shares-page.tsx'
import { sharesQuery } from '../features/shares/shares.queries.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/shares')({
  beforeLoad: ({ context }) => {
    needs(context.me, 'shares.read')
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(sharesQuery),
  component: Page,
})

function Page() {
  const navigate = Route.useNavigate()
  const { data } = useQuery(approvalsQuery)
  const agreed = (data?.ended ?? []).filter(({ kind, stage, mine, used }) => kind === 'share' && stage === 'approved' && mine && !used)
  return <SharesPage agreed={agreed} onImported={(sessionId) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } })} />
}
