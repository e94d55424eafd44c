import { lazy, Suspense, useState } from 'react'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { QueueFilterButton } from './queue-filter-button.tsx'
import type { QueueSearch } from './queue.search.ts'

const Panel = lazy(async () => ({ default: (await import('./queue-filter-panel.tsx')).QueueFilterPanel }))

/** Workflow and country; the choice stands in the URL. The panel arrives when it is first asked for. */
export function QueueFilter({ search, onChange }: { search: QueueSearch; onChange: (next: QueueSearch) => void }) {
  const [asked, setAsked] = useState(false)
  const [opened, setOpened] = useState(false)
  const open = (now: boolean): void => {
    setAsked(true)
    setOpened(now)
  }
  useKeys('Queue', [
    {
      keys: ['f'],
      label: 'Filter',
      run: () => {
        open(true)
      },
    },
  ])
  const button = (
    <QueueFilterButton
      search={search}
      onClick={() => {
        open(!opened)
      }}
    />
  )
  return asked ? (
    <Suspense fallback={button}>
      <Panel search={search} onChange={onChange} opened={opened} onOpen={open} />
    </Suspense>
  ) : (
    button
  )
}
