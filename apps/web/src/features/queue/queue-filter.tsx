import { Button, Popover } from '@mantine/core'
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import { lazy, Suspense, useState } from 'react'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import styles from './queue.module.css'
import type { QueueSearch } from './queue.search.ts'

const Fields = lazy(async () => ({ default: (await import('./queue-filter-fields.tsx')).QueueFilterFields }))

/** Workflow and country; the choice stands in the URL. */
export function QueueFilter({ search, onChange }: { search: QueueSearch; onChange: (next: QueueSearch) => void }) {
  const [opened, setOpened] = useState(false)
  const used = (search.workflow ? 1 : 0) + (search.country ? 1 : 0)
  useKeys('Queue', [
    {
      keys: ['f'],
      label: 'Filter',
      run: () => {
        setOpened(true)
      },
    },
  ])
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus radius={8}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--v-text-2)"
          size="xs"
          h={28}
          px={8}
          leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
          rightSection={<KeyHint keys="f" />}
          aria-keyshortcuts="F"
          onClick={() => {
            setOpened(!opened)
          }}
        >
          {used > 0 ? `Filter · ${used}` : 'Filter'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter the queue">
        <div className={styles.filters}>
          <Suspense fallback={<div style={{ height: 180 }} />}>
            {opened && (
              <Fields
                search={search}
                onChange={onChange}
                onDone={() => {
                  setOpened(false)
                }}
              />
            )}
          </Suspense>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
