import { createFileRoute } from '@tanstack/react-router'
import { PeoplePage } from '../features/people/people-page.tsx'
import { peopleQuery } from '../features/people/people.queries.ts'

export const Route = createFileRoute('/_desk/team')({
  loader: ({ context }) => context.queryClient.ensureQueryData(peopleQuery),
  component: PeoplePage,
})
