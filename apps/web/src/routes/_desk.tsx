import { createFileRoute, redirect } from '@tanstack/react-router'
import { hasCode } from '../lib/problem.ts'
import { meQuery } from '../lib/shared.queries.ts'
import { Desk } from '../ui/shell/desk.tsx'
import { NotFoundPage } from '../ui/shell/not-found-page.tsx'
import { RouteProblem } from '../ui/shell/route-problem.tsx'

/** Everything behind the sign-in. */
export const Route = createFileRoute('/_desk')({
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) }
    } catch (error) {
      if (hasCode(error, 'not-signed-in')) throw redirect({ to: '/sign-in', search: { back: location.href }, replace: true })
      throw error
    }
  },
  component: Desk,
  errorComponent: RouteProblem,
  notFoundComponent: NotFoundPage,
})
