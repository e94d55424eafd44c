import { createFileRoute } from '@tanstack/react-router'
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
  return <SharesPage onImported={(sessionId) => void navigate({ to: '/sessions/$sessionId', params: { sessionId } })} />
}
