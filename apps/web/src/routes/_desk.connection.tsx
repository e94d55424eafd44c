import { createFileRoute } from '@tanstack/react-router'
import { ConnectionPage } from '../features/connection/connection-page.tsx'
import { budgetQuery } from '../features/connection/connection.queries.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/connection')({
  beforeLoad: ({ context }) => {
    needs(context.me, 'connection.read')
  },
  loader: ({ context }) => context.queryClient.ensureQueryData(budgetQuery),
  component: ConnectionPage,
})
