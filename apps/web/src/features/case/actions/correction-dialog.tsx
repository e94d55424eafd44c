import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { RunOf } from '@verdict/contract/case'
import { submitKey } from '../../../lib/submit-key.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { useCorrect } from '../case.mutations.ts'
import { Missing } from '../parts/facts.tsx'
import classes from './dialogs.module.css'

const fields = [
  { key: 'firstName', label: 'Given names' },
  { key: 'lastName', label: 'Family name' },
  { key: 'dateOfBirth', label: 'Date of birth', day: true },
  { key: 'gender', label: 'Sex' },
  { key: 'nationality', label: 'Nationality' },
  { key: 'documentNumber', label: 'Document no.' },
  { key: 'personalNumber', label: 'Personal no.' },
  { key: 'dateOfIssue', label: 'Issued', day: true },
  { key: 'expirationDate', label: 'Valid until', day: true },
  { key: 'issuingState', label: 'Issuing state' },
  { key: 'placeOfBirth', label: 'Place of birth' },
  { key: 'address', label: 'Address' },
] as const

type Key = (typeof fields)[number]['key']

/** Corrects what was read from an identity document: the value now and the new one side by side. */
export function CorrectionDialog({
  sessionId,
  run,
  onDone,
  onClose,
}: {
  sessionId: string
  run: RunOf<'identityDocument'>
  onDone: () => void
  onClose: () => void
}) {
  const correct = useCorrect(sessionId)
  const now = Object.fromEntries(fields.map(({ key }) => [key, run.data[key] ?? ''])) as Record<Key, string>
  const form = useForm<{ values: Record<Key, string>; reason: string }>({
    initialValues: { values: now, reason: '' },
    validate: {
      reason: (value, { values }) => {
        if (fields.every(({ key }) => values[key].trim() === now[key])) return 'Change at least one field.'
        return value.trim() === '' ? 'Say why.' : null
      },
    },
  })
  const changed = fields.filter(({ key }) => form.values.values[key].trim() !== now[key])
  const submit = form.onSubmit(({ values, reason }) => {
    correct.mutate(
      {
        target: 'identityDocument',
        ...(run.nodeId === null ? {} : { nodeId: run.nodeId }),
        values: Object.fromEntries(changed.map(({ key }) => [key, values[key].trim()])),
        reason: reason.trim(),
      },
      { onSuccess: onDone },
    )
  })
  return (
    <Modal opened onClose={onClose} size={760} title="Correct the data of the document" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={classes.form}>
        <p className={classes.lead}>
          Didit keeps the corrected values; pictures and states stay. Ten corrections a minute for the whole company.
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
              <tr key={field.key} data-changed={changed.includes(field) || undefined}>
                <th scope="row">{field.label}</th>
                <td>{now[field.key] === '' ? <Missing /> : <bdi>{now[field.key]}</bdi>}</td>
                <td>
                  <TextInput
                    aria-label={`New: ${field.label}`}
                    size="xs"
                    autoComplete="off"
                    {...('day' in field ? { placeholder: 'YYYY-MM-DD' } : {})}
                    {...form.getInputProps(`values.${field.key}`)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Textarea label="Why, for the record" autosize minRows={2} maxRows={5} maxLength={2000} {...form.getInputProps('reason')} />
        {correct.error && <ProblemPanel error={correct.error} compact />}
        <div className={classes.foot}>
          <span>{changed.length === 0 ? 'Nothing changed yet.' : `Changes: ${changed.map(({ label }) => label).join(', ')}`}</span>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint keys="Escape" />}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={correct.isPending}
            aria-keyshortcuts="Control+Enter"
            rightSection={<KeyHint keys="mod+Enter" onFilled />}
          >
            Correct data
          </Button>
        </div>
      </form>
    </Modal>
  )
}
