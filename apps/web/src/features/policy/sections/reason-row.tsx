import { ActionIcon, Button } from '@mantine/core'
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import type { Outcome } from '@verdict/contract/decision'
import type { KeyboardEvent } from 'react'
import { plural } from '../../../lib/format.ts'
import { Chip } from '../../../ui/chip.tsx'
import { faultUnder, usePolicyForm, useReadOnly } from '../policy-form.ts'
import classes from '../policy.module.css'
import { ReasonFields } from './reason-fields.tsx'

interface Props {
  outcome: Outcome
  at: number
  isOpen: boolean
  onToggle: () => void
  onMove: (by: 1 | -1) => void
}

/** One reason: its place, its name, and behind a button its fields. A row with a fault stays open. */
export function ReasonRow({ outcome, at, isOpen, onToggle, onMove }: Props) {
  const form = usePolicyForm()
  const readOnly = useReadOnly()
  const entries = form.values.reasons[outcome]
  const entry = entries[at]
  if (!entry) return null
  const name = entry.label === '' ? 'New reason' : entry.label
  const shown = isOpen || faultUnder(form.errors, `reasons.${outcome}.${String(at)}`) !== undefined
  const texts = Object.keys(entry.applicantText).length
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <li className={classes.reason} onKeyDown={onKeyDown}>
      <div className={classes.reasonHead}>
        <span className={classes.place}>{at + 1}</span>
        <div className={classes.reasonName}>
          <span className={entry.retired ? classes.retired : undefined}>{name}</span>
          <code className={classes.code}>{entry.code}</code>
        </div>
        {entry.commentRequired ? <Chip>Needs a rationale</Chip> : null}
        {texts > 0 ? <Chip>{plural(texts, 'text')}</Chip> : null}
        {entry.retired ? <Chip>Retired</Chip> : null}
        {readOnly ? null : (
          <>
            <ActionIcon
              variant="default"
              aria-label={`Move ${name} up`}
              aria-keyshortcuts="Alt+ArrowUp"
              aria-disabled={at === 0}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={`Move ${name} down`}
              aria-keyshortcuts="Alt+ArrowDown"
              aria-disabled={at === entries.length - 1}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
          </>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={shown}
          aria-label={`${shown ? 'Close' : readOnly ? 'Show' : 'Change'} ${name}`}
          onClick={onToggle}
        >
          {shown ? 'Close' : readOnly ? 'Show' : 'Change'}
        </Button>
      </div>
      {shown ? <ReasonFields outcome={outcome} at={at} entry={entry} /> : null}
    </li>
  )
}
