import { Popover } from '@mantine/core'
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs'
import { useQuery } from '@tanstack/react-query'
import type { SavedView } from '@verdict/contract/views'
import { viewsQuery } from '../../lib/shared.queries.ts'
import { useMay } from '../../lib/me.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import styles from './sessions.module.css'
import { filtersOf, type SessionsSearch } from './sessions.search.ts'
import { SaveView } from './save-view.tsx'
import { ViewRow } from './view-row.tsx'

interface Props {
  search: SessionsSearch
  opened: boolean
  onOpened: (opened: boolean) => void
}

/** Filters that were given a name: go to one, keep the ones that are on now, share, copy, delete. */
export function ViewsMenu({ search, opened, onOpened }: Props) {
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus returnFocus radius={8}>
      <Popover.Target>
        <button type="button" className={styles.filter} aria-keyshortcuts="V" onClick={() => onOpened(!opened)}>
          <IconBookmark size={14} aria-hidden /> Views
        </button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <ViewsPanel search={search} onClose={() => onOpened(false)} />}</Popover.Dropdown>
    </Popover>
  )
}

function ViewsPanel({ search, onClose }: { search: SessionsSearch; onClose: () => void }) {
  const may = useMay()
  const views = useQuery(viewsQuery)
  const all = views.data?.views ?? []
  const filtered = Object.keys(filtersOf(search)).length > 0 || search.sort !== undefined
  return (
    <div className={styles.views}>
      {filtered ? (
        <SaveView search={search} mayShare={may('notes.write')} />
      ) : (
        <p className={styles.aside}>Set filters, then save them here under a name.</p>
      )}
      {views.isPending && <p className={styles.aside}>Views are being read.</p>}
      {views.isError && <ProblemPanel error={views.error} retrying={views.isFetching} onRetry={() => void views.refetch()} />}
      {views.isSuccess && all.length === 0 && <p className={styles.aside}>No views yet, neither of yours nor of the team.</p>}
      <Group title="Mine" views={all.filter(({ mine }) => mine)} onClose={onClose} />
      <Group title="Shared by others" views={all.filter(({ mine }) => !mine)} onClose={onClose} />
    </div>
  )
}

function Group({ title, views, onClose }: { title: string; views: readonly SavedView[]; onClose: () => void }) {
  if (views.length === 0) return null
  return (
    <section className={styles.viewGroup} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {views.map((view) => (
          <ViewRow key={view.id} view={view} onClose={onClose} />
        ))}
      </ul>
    </section>
  )
}
