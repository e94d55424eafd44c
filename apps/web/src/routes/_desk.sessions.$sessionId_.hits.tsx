import { createFileRoute } from '@tanstack/react-router'
import { CaseSkeleton } from '../features/case/case-skeleton.tsx'
import { HitsPage } from '../features/case/hits/hits-page.tsx'
import { needs } from '../lib/needs.ts'
import { useCaseQueue } from './-use-case-queue.ts'

/** Not needed by the first screen, which knows every route. */
const hitsQueries = () => import('../features/case/hits/hits.queries.ts')
const named = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '')

export const Route = createFileRoute('/_desk/sessions/$sessionId_/hits')({
  validateSearch: (search): { hit?: string; check?: string } => {
    const [hit, check] = [named(search['hit']), named(search['check'])]
    return { ...(hit !== '' && { hit }), ...(check !== '' && { check }) }
  },
  beforeLoad: ({ context }) => {
    needs(context.me, 'sessions.read')
  },
  loader: async ({ context, params }) => (await hitsQueries()).loadHits(context.queryClient, params.sessionId),
  onLeave: ({ context, params }) => {
    void hitsQueries().then(({ leaveHits }) => leaveHits(context.queryClient, context.me, params.sessionId))
  },
  pendingComponent: CaseSkeleton,
  component: Hits,
})

function Hits() {
  const { sessionId } = Route.useParams()
  const { hit, check } = Route.useSearch()
  return <HitsPage sessionId={sessionId} queue={useCaseQueue(sessionId)} hit={hit ?? null} check={check ?? null} />
}
