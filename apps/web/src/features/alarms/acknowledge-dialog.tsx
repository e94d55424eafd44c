import { Modal, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Alarm } from '@verdict/contract/alarms'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useAcknowledge } from './alarms.mutations.ts'
import classes from './alarms.module.css'

interface Props {
  alarm: Alarm
  onClose: () => void
  onDone: (said: string) => void
}

/** Takes an alarm off the list with what was found out; both stay on record. */
export function AcknowledgeDialog({ alarm, onClose, onDone }: Props) {
  const acknowledge = useAcknowledge()
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (note) => (note.trim().length < 3 ? 'Say what you found out.' : null) },
  })
  const submit = form.onSubmit(({ note }) => {
    acknowledge.mutate(
      { id: alarm.id, note: note.trim() },
      {
        onSuccess: () => {
          onDone('The alarm is acknowledged.')
          onClose()
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} size={560} title="Acknowledge the alarm" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate>
        <Stack gap="md">
          <p className={classes.facts}>{alarm.said}</p>
          <Textarea
            label="What you found out"
            description="Stays on record with your name. The session at Didit is not changed by it."
            data-autofocus
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            {...form.getInputProps('note')}
          />
          {acknowledge.error ? <ProblemPanel error={acknowledge.error} compact /> : null}
          <DialogFoot onCancel={onClose} verb="Acknowledge" pending={acknowledge.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
