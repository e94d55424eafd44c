import type { TablerIcon } from '@tabler/icons-react'
import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs'
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs'
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import IconBellRinging from '@tabler/icons-react/dist/esm/icons/IconBellRinging.mjs'
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs'
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs'
import IconShare3 from '@tabler/icons-react/dist/esm/icons/IconShare3.mjs'
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import type { Permission } from '@verdict/contract/access'

export interface RailItem {
  to:
    | '/queue'
    | '/sessions'
    | '/approvals'
    | '/blocklist'
    | '/shares'
    | '/alarms'
    | '/ledger'
    | '/policy'
    | '/webhooks'
    | '/connection'
    | '/team'
  label: string
  icon: TablerIcon
  needs: Permission
  /** The letter after G. */
  letter: string
}

export const railItems: readonly RailItem[] = [
  { to: '/queue', label: 'Queue', icon: IconInbox, needs: 'queue.read', letter: 'q' },
  { to: '/sessions', label: 'Sessions', icon: IconListDetails, needs: 'sessions.read', letter: 's' },
  { to: '/approvals', label: 'Approvals', icon: IconUsersGroup, needs: 'approvals.read', letter: 'a' },
  { to: '/blocklist', label: 'Blocklist', icon: IconBan, needs: 'blocklist.read', letter: 'b' },
  { to: '/shares', label: 'Shares', icon: IconShare3, needs: 'shares.read', letter: 'h' },
  { to: '/alarms', label: 'Alarms', icon: IconBellRinging, needs: 'alarms.read', letter: 'm' },
  { to: '/ledger', label: 'Ledger', icon: IconShieldLock, needs: 'ledger.read', letter: 'l' },
  { to: '/policy', label: 'Policy', icon: IconAdjustmentsHorizontal, needs: 'policy.read', letter: 'p' },
  { to: '/webhooks', label: 'Webhooks', icon: IconWebhook, needs: 'connection.read', letter: 'w' },
  { to: '/connection', label: 'Connection', icon: IconActivity, needs: 'connection.read', letter: 'c' },
  { to: '/team', label: 'Team', icon: IconUsers, needs: 'people.manage', letter: 't' },
]
