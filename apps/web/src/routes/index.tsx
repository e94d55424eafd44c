import { createFileRoute, redirect } from '@tanstack/react-router'
import { firstPage } from '../lib/first-page.ts'
import { meQuery } from '../lib/shared.queries.ts'

export const Route = createFileRoute('/')({
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery).catch(() => null)
    throw redirect({ to: me ? firstPage(me.permissions) : '/sign-in', replace: true })
  },
})
