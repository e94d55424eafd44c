import type { TablerIcon } from '@tabler/icons-react'
import IconAlertOctagon from '@tabler/icons-react/dist/esm/icons/IconAlertOctagon.mjs'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs'
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs'
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import type { QueueRow, QueueView, WhyHere } from '@verdict/contract/queue'
import { ageSince } from '../../lib/format.ts'
import type { Hue } from '../../ui/vocabulary.ts'

export const viewNames: Readonly<Record<QueueView, string>> = {
  all: 'All waiting',
  watchList: 'Watch-list hits',
  returned: 'Returned to us',
  companies: 'Companies',
  mine: 'Mine',
  snoozed: 'Put off',
}

export const whyMarks: Readonly<Record<WhyHere['code'], { icon: TablerIcon; hue: Hue }>> = {
  'over-level': { icon: IconClock, hue: 'bad' },
  'near-level': { icon: IconClock, hue: 'attention' },
  'watch-list': { icon: IconScale, hue: 'plain' },
  'declining-warning': { icon: IconAlertOctagon, hue: 'plain' },
  returned: { icon: IconArrowBackUp, hue: 'plain' },
  company: { icon: IconBuilding, hue: 'plain' },
  assigned: { icon: IconUser, hue: 'plain' },
  urgent: { icon: IconBolt, hue: 'attention' },
  'in-turn': { icon: IconHourglass, hue: 'plain' },
  'second-look': { icon: IconUsersGroup, hue: 'waiting' },
}

/** Short enough for a row; the whole sentence is the chip's title and stands in the preview. */
export function shortWhy({ code, text }: WhyHere): string {
  switch (code) {
    case 'over-level':
      return text.replace(/ the .*$/, '')
    case 'near-level':
      return text.replace(/ of the .*$/, '')
    case 'in-turn':
      return 'In turn'
    case 'urgent':
      return 'Urgent'
    case 'company':
      return 'Company'
    case 'watch-list':
      return 'Watch-list hits'
    case 'declining-warning':
      return 'Declines'
    case 'returned':
      return 'Returned to us'
    case 'second-look':
      return 'Your second look'
    default:
      return text
  }
}

/** What a row has room for: what presses and what moved it; “in turn” only when nothing did. */
export function whyInRow(why: readonly WhyHere[]): readonly WhyHere[] {
  const told = why.filter(({ code }) => code !== 'in-turn')
  return (told.length > 0 ? told : why).slice(0, 2)
}

/** How loud the waiting time is: only in the last hour of the service level and after it. */
export function waitHue(row: QueueRow): Hue {
  if (row.why.some((why) => why.code === 'over-level')) return 'bad'
  return row.why.some((why) => why.code === 'near-level') ? 'attention' : 'plain'
}

/** "Zeynep Nur Öztürk, 48190. Name differs from form and 4 more. Waited 3 h 38 m. 22 min left." */
export function rowLabel(row: QueueRow, now: number): string {
  const first = row.warnings?.[0]
  const more = (row.warningCount ?? 0) - 1
  return [
    [row.name ?? 'No name yet', row.number].filter((part) => part !== null).join(', '),
    first ? `${first.title}${more > 0 ? ` and ${more} more` : ''}` : null,
    `Waited ${ageSince(row.waitingSince, now)}`,
    ...row.why.map((why) => why.text),
    row.pending ? `${row.pending.by} has a decision under way` : null,
    row.pending === null && row.lease ? `${row.lease.holder.name} is on it` : null,
    row.snooze ? `Put off by ${row.snooze.by.name}: ${row.snooze.reason}` : null,
  ]
    .filter((part) => part !== null)
    .join('. ')
}
