import '@mantine/core/styles/PasswordInput.layer.css'
import { Modal, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../dialog-foot.tsx'
import { ProblemPanel } from '../problem-panel.tsx'

/** Sets one's own password; every other sign-in of that person ends. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const change = useMutation({ mutationFn: api.changePassword, onSuccess: onClose })
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (current) => (current === '' ? 'Write your password.' : null),
      next: (next) => (next.length >= 12 ? null : 'Use at least 12 characters.'),
    },
  })
  const submit = form.onSubmit((input) => change.mutate(input))
  return (
    <Modal opened onClose={onClose} title="Change my password" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate>
        <Stack gap="md">
          <PasswordInput label="Current password" data-autofocus autoComplete="current-password" {...form.getInputProps('current')} />
          <PasswordInput
            label="New password"
            description="At least 12 characters. Your sign-ins elsewhere end."
            autoComplete="new-password"
            {...form.getInputProps('next')}
          />
          {change.error ? <ProblemPanel error={change.error} compact /> : null}
          <DialogFoot onCancel={onClose} pending={change.isPending} verb="Change password" />
        </Stack>
      </form>
    </Modal>
  )
}
