import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { NotFoundPage } from '../ui/shell/not-found-page.tsx'
import { RouteProblem } from '../ui/shell/route-problem.tsx'

export interface RouterContext {
  queryClient: QueryClient
}

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: RouteProblem,
  notFoundComponent: NotFoundPage,
})
