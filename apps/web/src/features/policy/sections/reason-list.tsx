import { Button } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import type { Outcome } from '@verdict/contract/decision'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import classes from '../policy.module.css'
import { usePolicyForm, useReadOnly } from '../policy-form.ts'
import { ReasonRow } from './reason-row.tsx'

export function ReasonList({ outcome }: { outcome: Outcome }) {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const entries = form.values.reasons[outcome]
  const path = `reasons.${outcome}`

  const move = (from: number, to: number): void => {
    const moved = entries[from]
    if (!moved || to < 0 || to >= entries.length) return
    const held = document.activeElement
    flushSync(() => {
      form.reorderListItem(path, { from, to })
      setSaid(`${moved.label || 'The new reason'} is number ${String(to + 1)} of ${String(entries.length)}.`)
    })
    // A row that moves in the document loses the focus; without it the next press would go nowhere.
    if (held instanceof HTMLElement) held.focus()
  }
  const add = (): void => {
    const key = randomId()
    form.insertListItem(path, { key, isNew: true, code: '', label: '', commentRequired: false, applicantText: {}, retired: false })
    setOpen(key)
  }

  return (
    <>
      <ol className={classes.reasons}>
        {entries.map((entry, at) => (
          <ReasonRow
            key={entry.key}
            outcome={outcome}
            at={at}
            isOpen={open === entry.key}
            onToggle={() => setOpen(open === entry.key ? null : entry.key)}
            onMove={(by) => move(at, at + by)}
          />
        ))}
      </ol>
      {form.errors[path] ? <p className={classes.fault}>{form.errors[path]}</p> : null}
      {readOnly ? null : (
        <div>
          <Button size="xs" variant="default" onClick={add}>
            Add a reason
          </Button>
        </div>
      )}
      <span role="status" className="v-hidden">
        {said}
      </span>
    </>
  )
}
