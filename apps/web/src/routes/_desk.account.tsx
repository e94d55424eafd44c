import { createFileRoute } from '@tanstack/react-router'
import { AccountPage } from '../features/account/account-page.tsx'
import { myFactorQuery, mySignInsQuery } from '../features/account/account.queries.ts'

/** Everybody's own: no permission is needed. */
export const Route = createFileRoute('/_desk/account')({
  loader: ({ context }) =>
    Promise.all([context.queryClient.ensureQueryData(myFactorQuery), context.queryClient.ensureQueryData(mySignInsQuery)]),
  component: AccountPage,
})
