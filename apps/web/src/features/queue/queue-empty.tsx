import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs'
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs'
import { plural, time } from '../../lib/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import styles from './queue.module.css'
import { viewNames } from './queue.words.ts'
import type { QueueSearch } from './queue.search.ts'

interface QueueEmptyProps {
  search: QueueSearch
  asOf: string | undefined
  /** How many wait in all, over every view; undefined when not known. */
  all: number | undefined
  /** False while what waits is still being read for the first time. */
  complete: boolean
}

/** Nothing waits, or nothing in this view; says when that was checked. */
export function QueueEmpty({ search, asOf, all, complete }: QueueEmptyProps) {
  const filtered = search.workflow !== undefined || search.country !== undefined
  const checked = asOf ? `checked ${time(asOf, { seconds: true })}` : ''
  if (!complete) {
    return (
      <EmptyState icon={IconHourglass} title="Nothing has been read yet that waits here">
        Didit’s list is being read for the first time. Cases appear here by themselves; you need not reload.
      </EmptyState>
    )
  }
  if (filtered || search.view) {
    const what = search.view ? `“${viewNames[search.view]}”` : 'this filter'
    return (
      <EmptyState
        icon={IconFilter}
        title={`Nothing waits under ${what}`}
        actions={
          <LinkButton variant="default" to="/queue" search={{}}>
            Show all waiting
          </LinkButton>
        }
      >
        {all !== undefined && all > 0 ? `${plural(all, 'case')} wait in all.` : 'Nothing else waits either.'} {checked}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={IconCheck} hue="good" title="Nothing waits">
      New cases appear here by themselves; you need not reload.
      <div className={styles.facts}>
        <div className={styles.fact}>
          <IconCircleCheck size={16} stroke={1.75} color="var(--v-good-mark)" aria-hidden />
          <span>Didit has nothing in review</span>
          <span>{checked}</span>
        </div>
        <div className={styles.fact}>
          <IconHourglass size={16} stroke={1.75} aria-hidden />
          <span>Applicants who were asked again may return</span>
          <LinkButton
            variant="default"
            size="xs"
            h={28}
            to="/sessions"
            search={{ status: 'Resubmitted' }}
            rightSection={<KeyHint keys="g s" />}
          >
            See them
          </LinkButton>
        </div>
      </div>
    </EmptyState>
  )
}
