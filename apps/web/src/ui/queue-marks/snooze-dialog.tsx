import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { Modal, Radio, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SnoozeInput } from '@verdict/contract/queue'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { serverNow } from '../../lib/server-clock.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { ProblemPanel } from '../problem-panel.tsx'
import styles from './queue-marks.module.css'
import { snoozeChoices } from './snooze-times.ts'

interface Props {
  sessionId: string
  name: string | null
  onClose: () => void
}

/** Puts a case off until a time or until something happens. It comes back by itself. */
export function SnoozeDialog({ sessionId, name, onClose }: Props) {
  const client = useQueryClient()
  const [choices] = useState(() => snoozeChoices(serverNow()))
  const form = useForm({
    initialValues: { choice: '', reason: '' },
    validate: (values) => ({
      choice: values.choice === '' ? 'Choose until when.' : null,
      reason: values.reason.trim() === '' ? 'Say why.' : null,
    }),
  })
  const snooze = useMutation({
    mutationFn: (input: SnoozeInput) => api.snooze(sessionId, input),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.queue })
      onClose()
    },
  })
  const submit = form.onSubmit(({ choice, reason }) => {
    const until = choices.find(({ value }) => value === choice)?.until()
    if (until) snooze.mutate({ ...until, reason: reason.trim() })
  })
  return (
    <Modal opened onClose={onClose} size={640} title="Put this case off" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={styles.form}>
        <p className={styles.lead}>
          <bdi>{name ?? 'This case'}</bdi> leaves the queue of everybody and comes back by itself, after 30 days at the latest. Its service
          level goes on. Anybody can bring it back.
        </p>
        <Radio.Group label="Until when" {...form.getInputProps('choice')}>
          <div className={styles.choices}>
            {choices.map(({ value, label }, index) => (
              <Radio key={value} value={value} label={label} {...(index === 0 ? { 'data-autofocus': true } : {})} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label="Why"
          description="Your colleagues read it, and it goes on record."
          autosize
          minRows={2}
          maxRows={5}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        {snooze.error && <ProblemPanel error={snooze.error} compact />}
        <DialogFoot onCancel={onClose} verb="Put case off" pending={snooze.isPending} />
      </form>
    </Modal>
  )
}
