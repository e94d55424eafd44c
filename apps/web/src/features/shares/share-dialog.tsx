import '@mantine/core/styles/Combobox.layer.css'
import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SessionDetail } from '@verdict/contract/case'
import { ShareInput, type ShareMade } from '@verdict/contract/shares'
import { useState } from 'react'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import classes from './share-dialog.module.css'
import { ShareToken } from './share-token.tsx'
import { useShare } from './shares.mutations.ts'
import { issuesOf } from './form-issues.ts'

interface Props {
  session: Pick<SessionDetail, 'id' | 'number' | 'name'>
  onClose: () => void
}

const lifetimes = [
  { value: '600', label: '10 minutes' },
  { value: '3600', label: '1 hour' },
  { value: '14400', label: '4 hours' },
  { value: '86400', label: '24 hours' },
]

/** Mints a token with which a partner's application may take a copy of the session. */
export function ShareDialog({ session, onClose }: Props) {
  const share = useShare(session.id)
  const [made, setMade] = useState<ShareMade | null>(null)
  const [asked, setAsked] = useState(false)
  const form = useForm({
    initialValues: { applicationId: '', ttlSeconds: '3600', purpose: '' },
    validate: (values) =>
      issuesOf(ShareInput, { ...values, applicationId: values.applicationId.trim(), ttlSeconds: Number(values.ttlSeconds) }),
  })
  const submit = form.onSubmit(({ applicationId, ttlSeconds, purpose }) => {
    share.mutate(
      { applicationId: applicationId.trim(), ttlSeconds: Number(ttlSeconds), purpose: purpose.trim() },
      {
        onSuccess: (answer) => {
          if ('token' in answer) setMade(answer)
          else setAsked(true)
        },
      },
    )
  })
  const who = [session.number === null ? null : String(session.number), session.name].filter(Boolean).join(', ')

  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={`Share ${who === '' ? 'this session' : who}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={made === null}
    >
      {asked ? (
        <Stack gap="md">
          <p className={classes.about} role="status">
            Nothing is shared yet. Another manager must agree; then you make the token under Shares, where it waits for you.
          </p>
          <Group justify="flex-end">
            <Button onClick={onClose}>Done</Button>
          </Group>
        </Stack>
      ) : made ? (
        <ShareToken made={made} onClose={onClose} />
      ) : (
        <form onSubmit={submit} onKeyDown={submitKey} noValidate>
          <Stack gap="md">
            <p className={classes.about}>
              The partner gets a copy of everything in this session: documents, pictures and results. A copy that was taken cannot be called
              back.
            </p>
            <TextInput
              label="Partner’s application id"
              description="They find it in their Didit console."
              data-autofocus
              spellCheck={false}
              autoComplete="off"
              {...form.getInputProps('applicationId')}
            />
            <Select label="Token ends after" data={lifetimes} allowDeselect={false} {...form.getInputProps('ttlSeconds')} />
            <Textarea
              label="Purpose, for the record"
              autosize
              minRows={2}
              maxRows={5}
              maxLength={1000}
              {...form.getInputProps('purpose')}
            />
            {share.error ? <ProblemPanel error={share.error} compact /> : null}
            <DialogFoot onCancel={onClose} pending={share.isPending} verb="Make share token" />
          </Stack>
        </form>
      )}
    </Modal>
  )
}
