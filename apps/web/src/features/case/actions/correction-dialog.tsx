import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { FeatureRun } from '@verdict/contract/case'
import type { DataCorrection } from '@verdict/contract/corrections'
import { memo, useCallback, useState } from 'react'
import { submitKey } from '../../../lib/submit-key.ts'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { useCorrect } from '../case.mutations.ts'
import { Missing } from '../parts/facts.tsx'
import { changedFields, changesOf, faultsOf, fieldsFor, presentValues, recordOf, type Typed } from './correction-changes.ts'
import { type CorrectionField, correctionForms } from './correction-fields.ts'
import classes from './dialogs.module.css'
import { DerivedRows } from './correction-derived.tsx'
import { EditsLeft, useEditsBudget } from './edits-budget.tsx'

interface InputProps {
  field: CorrectionField
  now: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function NewValue({ field, now, value, error, onChange }: InputProps) {
  const shared = { 'aria-label': `New: ${field.label}`, size: 'xs', value, error, autoComplete: 'off' } as const
  if (field.control === 'choice') {
    const options = field.options ?? []
    const odd = now !== '' && !options.some((option) => option.value === now)
    const data = [
      { value: '', label: now === '' ? 'Not stored' : 'Empty it' },
      ...(odd ? [{ value: now, label: `${now}, as it is` }] : []),
      ...options,
    ]
    return <NativeSelect {...shared} data={data} onChange={(event) => onChange(event.currentTarget.value)} />
  }
  if (field.control === 'long')
    return <Textarea {...shared} autosize minRows={1} maxRows={4} onChange={(event) => onChange(event.currentTarget.value)} />
  return (
    <TextInput
      {...shared}
      {...(field.control === 'day' ? { placeholder: 'YYYY-MM-DD', inputMode: 'numeric' } : {})}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** One field, now and new. Kept as it is while others are typed in: lists of countries are long. */
const Row = memo(function Row({
  field,
  now,
  value,
  error,
  onType,
}: Omit<InputProps, 'onChange'> & { onType: (key: string, value: string) => void }) {
  return (
    <tr data-changed={value.trim() !== now || undefined}>
      <th scope="row">{field.label}</th>
      <td>{now === '' ? <Missing /> : <bdi>{wordFor(field, now)}</bdi>}</td>
      <td>
        <NewValue field={field} now={now} value={value} error={error} onChange={(next) => onType(field.key, next)} />
      </td>
    </tr>
  )
})

const wordFor = (field: CorrectionField, value: string) => field.options?.find((option) => option.value === value)?.label ?? value

interface Props {
  sessionId: string
  run: FeatureRun
  target: DataCorrection['target']
  onDone: () => void
  onClose: () => void
}

/** Corrects what Didit holds of a document or a company: the value now and the new one side by side. */
export function CorrectionDialog({ sessionId, run, target, onDone, onClose }: Props) {
  const correct = useCorrect(sessionId)
  const { title, derived, rationed } = correctionForms[target]
  const record = recordOf(run)
  const fields = fieldsFor(target, record)
  const now: Typed = presentValues(fields, record)
  const [typed, setTyped] = useState<Typed>(now)
  const onType = useCallback((key: string, value: string) => setTyped((before) => ({ ...before, [key]: value })), [])
  const changed = changedFields(fields, now, typed)
  const faults = faultsOf(target, fields, now, typed)
  const form = useForm({
    initialValues: { reason: '' },
    validate: {
      reason: (value) => (changed.length === 0 ? 'Change at least one field.' : value.trim() === '' ? 'Say why.' : null),
    },
  })
  const budget = useEditsBudget(correct.error)
  const wait = rationed ? (budget?.wait ?? 0) : 0
  const submit = form.onSubmit(({ reason }) => {
    if (Object.keys(faults).length > 0 || wait > 0 || correct.isPending) return
    correct.mutate(
      {
        target,
        ...(target !== 'company' && run.nodeId !== null ? { nodeId: run.nodeId } : {}),
        ...(target === 'company' && typeof record['uuid'] === 'string' ? { companyId: record['uuid'] } : {}),
        values: changesOf(target, fields, now, typed),
        reason: reason.trim(),
      },
      { onSuccess: onDone },
    )
  })
  return (
    <Modal opened onClose={onClose} size={760} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={classes.form}>
        <p className={classes.lead}>
          Only what you change is sent. Pictures, states of checks and the session’s state stay; Didit does not judge anew.
        </p>
        <table className={classes.correction}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Now</th>
              <th scope="col">New</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <Row
                key={field.key}
                field={field}
                now={now[field.key] ?? ''}
                value={typed[field.key] ?? ''}
                error={faults[field.key]}
                onType={onType}
              />
            ))}
            <DerivedRows derived={derived} record={record} typed={typed} />
          </tbody>
        </table>
        <Textarea label="Why, for the record" autosize minRows={2} maxRows={5} maxLength={2000} {...form.getInputProps('reason')} />
        {correct.error && <ProblemPanel error={correct.error} compact />}
        <DialogFoot
          stay
          onCancel={onClose}
          pending={correct.isPending}
          disabled={wait > 0}
          verb={wait > 0 ? `Correct data in ${wait} s` : 'Correct data'}
        >
          {rationed && <EditsLeft budget={budget} />}
          <span className={classes.changing}>
            {changed.length === 0 ? 'Nothing changed yet.' : `Changes: ${changed.map(({ label }) => label).join(', ')}`}
          </span>
        </DialogFoot>
      </form>
    </Modal>
  )
}
