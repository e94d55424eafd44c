import '@mantine/core/styles/InlineInput.layer.css'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { workflowsQuery } from '../../lib/shared.queries.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { CountryPanel, KindPanel, StatusPanel, WorkflowPanel } from './facet-filters.tsx'
import { FilterMenu } from './filter-menu.tsx'
import styles from './sessions.module.css'
import { filtersOf, type SessionsSearch } from './sessions.search.ts'
import { datesInWords, kindNames, statusesInWords } from './sessions.words.ts'
import { TextFilter } from './text-filter.tsx'

interface SessionsFiltersProps {
  search: SessionsSearch
  onChange: (next: SessionsSearch) => void
  field: RefObject<HTMLInputElement | null>
}

const items = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []

/** Sets or, with an empty text, removes one filter. */
function put(search: SessionsSearch, key: 'q' | 'warning' | 'from' | 'to', value: string): SessionsSearch {
  const { [key]: _, ...rest } = search
  return value ? { ...rest, [key]: value } : rest
}

/** Search and filters; each stands in the URL. */
export function SessionsFilters({ search, onChange, field }: SessionsFiltersProps) {
  const workflows = useQuery(workflowsQuery)
  const flows = workflows.data?.workflows ?? []
  const chosenFlows = items(search.workflow)
  const set = (next: SessionsSearch): void => {
    const { dropped: _, ...rest } = next
    onChange(rest)
  }
  return (
    <>
      <SearchField
        value={search.q ?? ''}
        field={field}
        onSearch={(q) => {
          set(put(search, 'q', q))
        }}
      />
      <FilterMenu label="Status" value={statusesInWords(search.status)}>
        {() => <StatusPanel search={search} onChange={set} />}
      </FilterMenu>
      <FilterMenu label="Kind" value={search.kind && kindNames[search.kind]}>
        {() => <KindPanel search={search} onChange={set} />}
      </FilterMenu>
      <FilterMenu label="Country" value={search.country?.replaceAll(',', ', ')}>
        {() => <CountryPanel search={search} onChange={set} />}
      </FilterMenu>
      <FilterMenu label="Warning" value={search.warning?.replaceAll(',', ', ')}>
        {(close) => (
          <TextFilter
            label="Warning code"
            placeholder="DOCUMENT_EXPIRED"
            value={search.warning ?? ''}
            check={(text) =>
              text === '' || /^\w+(\s*,\s*\w+)*$/.test(text) ? undefined : 'Write codes as the case shows them, with commas between.'
            }
            onApply={(text) => {
              set(put(search, 'warning', text.toUpperCase().replaceAll(/\s/g, '')))
              close()
            }}
          />
        )}
      </FilterMenu>
      <FilterMenu
        label="Workflow"
        value={search.workflow && chosenFlows.map((id) => flows.find((flow) => flow.id === id)?.label ?? id).join(', ')}
      >
        {() => <WorkflowPanel search={search} onChange={set} />}
      </FilterMenu>
      <FilterMenu label="Created" value={datesInWords(search.from, search.to)}>
        {() => (
          <>
            <TextInput
              type="date"
              label="From"
              max={search.to}
              value={search.from ?? ''}
              onChange={(event) => {
                set(put(search, 'from', event.currentTarget.value))
              }}
            />
            <TextInput
              type="date"
              label="To"
              min={search.from}
              value={search.to ?? ''}
              onChange={(event) => {
                set(put(search, 'to', event.currentTarget.value))
              }}
            />
          </>
        )}
      </FilterMenu>
      {Object.keys(filtersOf(search)).length > 0 && (
        <Button
          variant="subtle"
          size="xs"
          h={28}
          px={8}
          onClick={() => {
            onChange(search.sort ? { sort: search.sort } : {})
          }}
        >
          Clear filters
        </Button>
      )}
    </>
  )
}

/** Asks while typing, a moment after the last letter. */
function SearchField({
  value,
  field,
  onSearch,
}: {
  value: string
  field: RefObject<HTMLInputElement | null>
  onSearch: (q: string) => void
}) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const ask = useDebouncedCallback((next: string) => {
    sent.current = next
    onSearch(next)
  }, 250)
  useEffect(() => {
    // The address changed by another hand: back, clear, a link.
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  return (
    <TextInput
      ref={field}
      type="search"
      className={styles.q ?? ''}
      size="xs"
      aria-label="Search sessions"
      aria-keyshortcuts="F"
      placeholder="Name, number, e-mail, document"
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={<KeyHint keys="f" />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        ask(event.currentTarget.value.trim())
      }}
    />
  )
}
