import { useSuspenseQuery } from '@tanstack/react-query'
import type { PolicyVersion } from '@verdict/contract/policy'
import { useEffect, useMemo, useState } from 'react'
import { policyQuery } from '../../lib/shared.queries.ts'
import { onTop } from './merge-policies.ts'
import { drafted, faultsOf, finished } from './policy.draft.ts'
import { isSame } from './policy.values.ts'
import { useNewPolicyForm } from './policy-form.ts'

/** What is typed, the version that it began from, and the one that applies now. */
export function useDraftPolicy() {
  const current = useSuspenseQuery(policyQuery).data
  const [base, setBase] = useState(current)
  const [note, setNote] = useState('')
  const form = useNewPolicyForm({ initialValues: drafted(current.policy), validate: faultsOf })
  const mine = useMemo(() => finished(form.values), [form.values])
  const isDirty = useMemo(() => mine === null || !isSame(mine, base.policy), [mine, base])

  const startFrom = (version: PolicyVersion): void => {
    setBase(version)
    form.setValues(drafted(version.policy))
    form.clearErrors()
  }

  // Nothing typed, nothing to lose: the page follows what applies.
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the version comes from outside, and the form is a store of its own
    if (!isDirty && current.version !== base.version) startFrom(current)
  })

  return {
    form,
    base,
    current,
    note,
    setNote,
    /** What is typed as a policy; null while something does not fit. */
    mine,
    isDirty,
    isOvertaken: isDirty && current.version !== base.version,
    /** After saving, or to drop what was typed. */
    startFrom: (version: PolicyVersion) => {
      setNote('')
      startFrom(version)
    },
    /** Puts what was typed on top of what applies now; false when it has faults that come first. */
    continueOnTop: (): boolean => {
      if (mine === null) {
        form.validate()
        return false
      }
      const merged = onTop({ base: base.policy, now: current.policy, mine })
      setBase(current)
      form.setValues(drafted(merged, current.policy))
      return true
    },
  }
}
