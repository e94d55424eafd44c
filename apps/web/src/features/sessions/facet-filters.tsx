import '@mantine/core/styles/InlineInput.layer.css'
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { IndexFacets } from '@verdict/contract/session-index'
import { useState } from 'react'
import { plural } from '../../lib/format.ts'
import { workflowsQuery } from '../../lib/shared.queries.ts'
import { sessionTerms } from '../../ui/vocabulary.ts'
import { countryChoices } from './country-choices.ts'
import { Choices } from './filter-menu.tsx'
import styles from './sessions.module.css'
import { facetsQuery } from './sessions.queries.ts'
import type { SessionsSearch } from './sessions.search.ts'
import { kindNames } from './sessions.words.ts'

interface PanelProps {
  search: SessionsSearch
  onChange: (next: SessionsSearch) => void
}

type Facet = keyof IndexFacets
const listed = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []

/** Sets or, with nothing chosen, removes one filter. */
function put(search: SessionsSearch, key: 'status' | 'country' | 'workflow', values: readonly string[]): SessionsSearch {
  const { [key]: _, ...rest } = search
  return values.length > 0 ? { ...rest, [key]: values.join(',') } : rest
}

/** Counts of one facet, or null while they are not known. */
function useCounts(search: SessionsSearch, facet: Facet): Readonly<Record<string, number>> | null {
  return useQuery(facetsQuery(search)).data?.[facet] ?? null
}

/** A value that is missing has none. */
const numberOf = (counts: Readonly<Record<string, number>> | null, value: string): number | undefined =>
  counts ? (counts[value] ?? 0) : undefined

/** What the numbers do not know of. */
function Aside({ search, without = 0, why = '' }: { search: SessionsSearch; without?: number | undefined; why?: string }) {
  const uncounted = search.q ?? search.warning ?? search.from ?? search.to
  if (uncounted === undefined && without === 0) return null
  return (
    <p className={styles.aside}>
      {without > 0 && `${plural(without, 'session')} ${why} `}
      {uncounted !== undefined && 'The numbers leave search, warnings and dates aside.'}
    </p>
  )
}

export function StatusPanel({ search, onChange }: PanelProps) {
  const counts = useCounts(search, 'status')
  return (
    <>
      <Choices
        legend="Status"
        options={Object.entries(sessionTerms).map(([value, { word }]) => ({ value, label: word, count: numberOf(counts, value) }))}
        chosen={listed(search.status)}
        onChange={(next) => onChange(put(search, 'status', next))}
      />
      <Aside search={search} />
    </>
  )
}

export function KindPanel({ search, onChange }: PanelProps) {
  const counts = useCounts(search, 'kind')
  return (
    <>
      <Choices
        legend="Kind"
        options={(['user', 'business'] as const).map((value) => ({ value, label: kindNames[value], count: numberOf(counts, value) }))}
        chosen={search.kind ? [search.kind] : []}
        onChange={(next) => {
          const { kind: _, ...rest } = search
          const last = next.at(-1)
          onChange(last === 'user' || last === 'business' ? { ...rest, kind: last } : rest)
        }}
      />
      <Aside search={search} />
    </>
  )
}

export function CountryPanel({ search, onChange }: PanelProps) {
  const counts = useCounts(search, 'country')
  const [typed, setTyped] = useState('')
  const chosen = listed(search.country)
  const options = countryChoices(counts ?? {}, chosen, typed)
  return (
    <>
      <TextInput
        size="xs"
        label="Country"
        placeholder="Name or code"
        value={typed}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [only, ...more] = options
          if (event.key !== 'Enter' || !only || more.length > 0 || typed.trim() === '') return
          event.preventDefault()
          onChange(put(search, 'country', [...new Set([...chosen, only.value])]))
          setTyped('')
        }}
      />
      {options.length > 0 && (
        <Choices legend="Country" options={options} chosen={chosen} onChange={(next) => onChange(put(search, 'country', next))} />
      )}
      {options.length === 0 && <p className={styles.aside}>{counts ? 'No country fits what is typed.' : 'Countries are being counted.'}</p>}
      <Aside search={search} without={counts?.['']} why={counts?.[''] === 1 ? 'has no country.' : 'have no country.'} />
    </>
  )
}

export function WorkflowPanel({ search, onChange }: PanelProps) {
  const counts = useCounts(search, 'workflow')
  const workflows = useQuery(workflowsQuery)
  const flows = workflows.data?.workflows ?? []
  if (flows.length === 0) {
    return <p>{workflows.isError ? 'The workflows could not be read. The other filters still work.' : 'The workflows are being read.'}</p>
  }
  return (
    <>
      <Choices
        legend="Workflow"
        options={flows.map(({ id, label, archived }) => ({
          value: id,
          label: archived ? `${label} (archived)` : label,
          count: numberOf(counts, id),
        }))}
        chosen={listed(search.workflow)}
        onChange={(next) => onChange(put(search, 'workflow', next))}
      />
      <Aside search={search} without={counts?.['']} why="whose workflow is not read yet." />
    </>
  )
}
