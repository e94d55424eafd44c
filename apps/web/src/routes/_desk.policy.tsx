import { createFileRoute } from '@tanstack/react-router'
import { PolicyPage } from '../features/policy/policy-page.tsx'
import { needs } from '../lib/needs.ts'
import { policyQuery } from '../lib/shared.queries.ts'

export const Route = createFileRoute('/_desk/policy')({
  beforeLoad: ({ context }) => {
    needs(context.me, 'policy.read')
  },
  // What is typed here begins from what applies now, so a remembered version is not good enough.
  loader: ({ context }) => context.queryClient.fetchQuery({ ...policyQuery, staleTime: 0 }),
  component: PolicyPage,
})
