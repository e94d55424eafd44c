import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { SegmentedControl } from '@mantine/core'
import { PageHead } from '../../ui/page-head.tsx'
import { DeliveriesTable } from './deliveries-table.tsx'
import { DestinationPanel } from './destination-panel.tsx'
import { GapsTable } from './gaps-table.tsx'
import { stateNames } from './webhooks.search.ts'
import type { WebhooksSearch } from './webhooks.search.ts'
import { stateTerms } from './webhooks.words.ts'

interface Props {
  search: WebhooksSearch
  onSearch: (search: WebhooksSearch) => void
}

const views = [
  { value: 'deliveries', label: 'Deliveries' },
  { value: 'gaps', label: 'Gaps' },
]
const states = [{ value: 'all', label: 'All' }, ...stateNames.map((value) => ({ value, label: stateTerms[value].word }))]

/** What Didit tells us by itself: whether it does, what came, what is missing. */
export function WebhooksPage({ search, onSearch }: Props) {
  return (
    <>
      <PageHead title="Webhooks" about="What Didit tells us by itself">
        {search.view === 'gaps' ? null : (
          <SegmentedControl
            size="xs"
            aria-label="State"
            data={states}
            value={search.state ?? 'all'}
            onChange={(value) => onSearch({ ...search, state: stateNames.find((state) => state === value) })}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label="View"
          data={views}
          value={search.view ?? 'deliveries'}
          onChange={(value) => onSearch({ ...search, view: value === 'gaps' ? 'gaps' : undefined })}
        />
      </PageHead>
      <DestinationPanel />
      {search.view === 'gaps' ? <GapsTable /> : <DeliveriesTable search={search} />}
    </>
  )
}
