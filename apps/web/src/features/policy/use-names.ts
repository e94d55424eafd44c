import { useQuery } from '@tanstack/react-query'
import { countries } from '@verdict/contract/countries'
import { useMemo } from 'react'
import { useMay } from '../../lib/me.ts'
import { workflowsQuery } from '../../lib/shared.queries.ts'
import type { Names } from './policy.differences.ts'

const regions = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' })

/** Every country as a choice: "Germany (DEU)". */
export const countryChoices = countries
  .map(({ two, three }) => ({ value: three, label: `${regions.of(two) ?? two} (${three})` }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))

/** Workflows by name; ids that are not known (yet) stand for themselves. */
export function useWorkflowChoices(): { value: string; label: string }[] {
  const may = useMay()
  const { data } = useQuery({ ...workflowsQuery, enabled: may('sessions.read') })
  return useMemo(() => (data?.workflows ?? []).map(({ id, label }) => ({ value: id, label })), [data])
}

export function useNames(): Names {
  const workflows = useWorkflowChoices()
  return useMemo(
    () => ({
      workflow: (id) => workflows.find(({ value }) => value === id)?.label ?? id,
      country: (code) => countryChoices.find(({ value }) => value === code)?.label ?? code,
    }),
    [workflows],
  )
}
