import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { Button, SegmentedControl } from '@mantine/core'
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { BlocklistEntry } from '@verdict/contract/blocklist'
import type { BlocklistItem } from '@verdict/contract/case'
import { useState } from 'react'
import { plural, time } from '../../lib/format.ts'
import { useMay } from '../../lib/me.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { BlocklistDialog } from './blocklist-dialog.tsx'
import classes from './blocklist-page.module.css'
import { BlocklistRow } from './blocklist-row.tsx'
import { blocklistQuery } from './blocklist.queries.ts'
import { items, itemWords } from './blocklist-words.ts'

interface Props {
  item: BlocklistItem | undefined
  onItem: (item: BlocklistItem | undefined) => void
}

const choices = [{ value: 'all', label: 'All' }, ...items.map((value) => ({ value, label: itemWords[value] }))]

/** Everything blocked from a session, newest first, with who blocked it and why where Verdict knows. */
export function BlocklistPage({ item, onItem }: Props) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(blocklistQuery(item))
  const may = useMay()
  const [removing, setRemoving] = useState<BlocklistEntry | null>(null)
  const [said, setSaid] = useState('')
  const entries = data.pages.flatMap((page) => page.entries)
  const first = data.pages[0]

  return (
    <>
      <PageHead
        title="Blocklist"
        about={first ? `${plural(first.count, 'entry', 'entries')}, as of ${time(first.asOf, { seconds: true })}` : ''}
      >
        <SegmentedControl
          size="xs"
          aria-label="What is blocked"
          data={choices}
          value={item ?? 'all'}
          onChange={(value) => onItem(items.find((known) => known === value))}
        />
      </PageHead>
      <div role="status" className={classes.said}>
        {said}
      </div>
      {entries.length === 0 ? (
        <EmptyState icon={IconBan} title={item ? `No ${itemWords[item].toLowerCase()} is blocked` : 'Nothing is blocked'}>
          Didit was asked at {first ? time(first.asOf, { seconds: true }) : 'an unknown time'}. Block values from a case: open a session and
          press B.
        </EmptyState>
      ) : (
        <RecordTable
          label="Blocked values"
          columns={['What', 'Session', 'Blocked', 'By', 'Why', '']}
          foot={
            hasNextPage ? (
              <Button variant="default" m="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Load more
              </Button>
            ) : null
          }
        >
          {entries.map((entry) => (
            <BlocklistRow
              key={`${entry.item}:${entry.sessionId}`}
              entry={entry}
              mayRemove={may('blocklist.remove')}
              onRemove={setRemoving}
            />
          ))}
        </RecordTable>
      )}
      {removing ? (
        <BlocklistDialog
          mode="remove"
          session={{
            id: removing.sessionId,
            number: removing.sessionNumber,
            name: null,
            items: [{ item: removing.item, label: removing.value ?? '', available: true, reason: null }],
          }}
          onClose={() => setRemoving(null)}
          onDone={setSaid}
        />
      ) : null}
    </>
  )
}
