import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import { createFileRoute } from '@tanstack/react-router'
import { useMe } from '../lib/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { roleNames } from '../ui/role-names.ts'

/** For people whose roles read no sessions. */
export const Route = createFileRoute('/_desk/welcome')({ component: Welcome })

function Welcome() {
  const { roles } = useMe()
  return (
    <EmptyState level={1} icon={IconUser} title="Your role has no page here yet">
      {roles.length > 0 ? `You are ${roles.map((role) => roleNames[role]).join(' and ')}.` : 'You have no role yet.'} Sessions are read by
      reviewers, seniors, analysts, managers and auditors. Ask a Verdict admin if you need one of these roles.
    </EmptyState>
  )
}
