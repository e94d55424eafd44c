import { Popover } from '@mantine/core'
import { QueueFilterButton } from './queue-filter-button.tsx'
import { QueueFilterFields } from './queue-filter-fields.tsx'
import styles from './queue.module.css'
import type { QueueSearch } from './queue.search.ts'

interface QueueFilterPanelProps {
  search: QueueSearch
  onChange: (next: QueueSearch) => void
  opened: boolean
  onOpen: (opened: boolean) => void
}

export function QueueFilterPanel({ search, onChange, opened, onOpen }: QueueFilterPanelProps) {
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <QueueFilterButton
          search={search}
          onClick={() => {
            onOpen(!opened)
          }}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter the queue">
        <div className={styles.filters}>
          {opened && (
            <QueueFilterFields
              search={search}
              onChange={onChange}
              onDone={() => {
                onOpen(false)
              }}
            />
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
