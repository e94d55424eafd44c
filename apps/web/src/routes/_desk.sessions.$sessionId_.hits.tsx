import { createFileRoute } from '@tanstack/react-router'
import { CaseSkeleton } from '../features/case/case-skeleton.tsx'
import { HitsPage } from '../features/case/hits/hits-page.tsx'
import { leaveHits, loadHits } from '../features/case/hits/hits.queries.ts'
import { needs } from '../lib/needs.ts'
import { useCaseQueue } from './-use-case-queue.ts'

const named = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '')

export const Route = createFileRoute('/_desk/sessions/$sessionId_/hits')({
  validateSearch: (search): { hit?: string; check?: string } => {
    const [hit, check] = [named(search['hit']), named(search['check'])]
    return { ...(hit !== '' && { hit }), ...(check !== '' && { check }) }
  },
  beforeLoad: ({ context }) => {
    needs(context.me, 'sessions.read')
  },
  loader: ({ context, params }) => loadHits(context.queryClient, params.sessionId),
  onLeave: ({ context, params }) => {
    void leaveHits(context.queryClient, context.me, params.sessionId)
  },
  pendingComponent: CaseSkeleton,
  component: Hits,
})

function Hits() {
  const { sessionId } = Route.useParams()
  const { hit, check } = Route.useSearch()
  return <HitsPage sessionId={sessionId} queue={useCaseQueue(sessionId)} hit={hit ?? null} check={check ?? null} />
}
