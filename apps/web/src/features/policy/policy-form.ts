import { createFormContext } from '@mantine/form'
import { useMay } from '../../lib/me.ts'
import type { PolicyDraft } from './policy.draft.ts'

export const [PolicyFormProvider, usePolicyForm, useNewPolicyForm] = createFormContext<PolicyDraft>()

export const useReadOnly = (): boolean => !useMay()('policy.change')

/** The first fault at a path or below it: for lists, whose lines have no field of their own. */
export function faultUnder(errors: Readonly<Record<string, unknown>>, path: string): string | undefined {
  const at = Object.keys(errors).find((key) => key === path || key.startsWith(`${path}.`))
  const message = at === undefined ? undefined : errors[at]
  return typeof message === 'string' ? message : undefined
}
