import { createFileRoute } from '@tanstack/react-router'
import { PeoplePage } from '../features/people/people-page.tsx'
import { peopleQuery } from '../features/people/people.queries.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/team')({
  beforeLoad: ({ context }) => {
    needs(context.me, 'people.manage')
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(peopleQuery),
  component: PeoplePage,
})
