import { Button, TextInput } from '@mantine/core'
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { LedgerRow } from '@verdict/contract/record'
import { useState } from 'react'
import { plural } from '../../lib/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { LedgerEntryPane } from './ledger-entry-pane.tsx'
import { LedgerLine } from './ledger-line.tsx'
import classes from './ledger-page.module.css'
import { ledgerQuery } from './ledger.queries.ts'
import type { LedgerSearch } from './ledger.search.ts'

interface Props {
  search: LedgerSearch
  onSearch: (search: LedgerSearch) => void
}

const filters = [
  { key: 'session', label: 'Session id' },
  { key: 'who', label: 'Person' },
  { key: 'action', label: 'Action' },
] as const

/** The record, newest first: who did what, on which session, why and with what outcome. */
export function LedgerPage({ search, onSearch }: Props) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(ledgerQuery(search))
  const [chosen, setChosen] = useState<LedgerRow | null>(null)
  const entries = data.pages.flatMap((page) => page.entries)
  const filtered = Object.values(search).some((value) => value !== undefined)

  return (
    <>
      <PageHead title="Ledger" about={plural(data.pages[0]?.count ?? 0, 'entry', 'entries')}>
        <form
          className={classes.filters}
          role="search"
          aria-label="Filter the ledger"
          onSubmit={(event) => {
            event.preventDefault()
            const given = new FormData(event.currentTarget)
            const value = (key: string): string | undefined => {
              const entry = given.get(key)
              return typeof entry === 'string' ? entry.trim() || undefined : undefined
            }
            onSearch({ session: value('session'), who: value('who'), action: value('action') })
          }}
        >
          {filters.map(({ key, label }) => (
            <TextInput
              key={`${key}:${search[key] ?? ''}`}
              size="xs"
              name={key}
              aria-label={label}
              placeholder={label}
              defaultValue={search[key] ?? ''}
            />
          ))}
          <Button type="submit" size="xs" variant="default">
            Filter
          </Button>
          {filtered ? (
            <Button size="xs" variant="subtle" onClick={() => onSearch({})}>
              Clear
            </Button>
          ) : null}
        </form>
      </PageHead>
      {entries.length === 0 ? (
        <EmptyState icon={IconShieldLock} title={filtered ? 'No entry fits these filters' : 'The record is empty'}>
          {filtered ? 'Clear a filter to see more.' : 'Every act of a person is written here before its effect leaves the house.'}
        </EmptyState>
      ) : (
        <div className={classes.split}>
          <RecordTable
            label="Ledger entries"
            columns={['Entry', 'Time UTC', 'Who', 'What', 'About', 'Outcome', 'Hash']}
            foot={
              hasNextPage ? (
                <Button variant="default" m="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  Load older entries
                </Button>
              ) : null
            }
          >
            {entries.map((entry) => (
              <LedgerLine key={entry.seq} entry={entry} chosen={entry.seq === chosen?.seq} onChoose={setChosen} />
            ))}
          </RecordTable>
          {chosen ? <LedgerEntryPane entry={chosen} onClose={() => setChosen(null)} /> : null}
        </div>
      )}
    </>
  )
}
