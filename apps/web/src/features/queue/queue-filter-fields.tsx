import '@mantine/core/styles/InlineInput.layer.css'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { workflowsQuery } from '../../lib/shared.queries.ts'
import type { QueueSearch } from './queue.search.ts'

interface FieldsProps {
  search: QueueSearch
  onChange: (next: QueueSearch) => void
  onDone: () => void
}

/** The fields arrive after the panel has taken the focus. */
function focusOnce(field: HTMLSelectElement | null): void {
  field?.focus()
}

export function QueueFilterFields({ search, onChange, onDone }: FieldsProps) {
  const workflows = useQuery(workflowsQuery)
  const [workflow, setWorkflow] = useState(search.workflow ?? '')
  const [country, setCountry] = useState(search.country ?? '')
  const wrong = country.trim() !== '' && !/^[A-Za-z]{3}(\s*,\s*[A-Za-z]{3})*$/.test(country.trim())
  const apply = (next: { workflow: string; country: string }): void => {
    const codes = next.country.toUpperCase().replaceAll(/\s/g, '')
    onChange({
      ...(search.view && { view: search.view }),
      ...(next.workflow && { workflow: next.workflow }),
      ...(codes && { country: codes }),
    })
    onDone()
  }
  return (
    <form
      style={{ display: 'grid', gap: 12 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) apply({ workflow, country })
      }}
    >
      <NativeSelect
        label="Workflow"
        value={workflow}
        ref={focusOnce}
        error={workflows.isError ? 'The workflows could not be read. Other filters still work.' : undefined}
        onChange={(event) => {
          setWorkflow(event.currentTarget.value)
        }}
        data={[
          { value: '', label: 'All workflows' },
          ...(workflows.data?.workflows ?? []).map((each) => ({
            value: each.id,
            label: each.archived ? `${each.label} (archived)` : each.label,
          })),
        ]}
      />
      <TextInput
        label="Country"
        placeholder="TUR, JPN"
        value={country}
        error={wrong ? 'Write three-letter codes with commas: TUR, JPN.' : undefined}
        onChange={(event) => {
          setCountry(event.currentTarget.value)
        }}
      />
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="submit" size="xs" disabled={wrong}>
          Filter the queue
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            apply({ workflow: '', country: '' })
          }}
        >
          Clear
        </Button>
      </div>
    </form>
  )
}
