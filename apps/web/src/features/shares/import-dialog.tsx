import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { Modal, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { ImportInput } from '@verdict/contract/shares'
import { workflowsQuery } from '../../lib/shared.queries.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { issuesOf } from './form-issues.ts'
import classes from './share-dialog.module.css'
import { useImport } from './shares.mutations.ts'

interface Props {
  onClose: () => void
  onDone: (sessionId: string) => void
}

function asInput(values: { token: string; trust: string; workflowId: string; vendorData: string }) {
  const vendorData = values.vendorData.trim()
  return {
    token: values.token.trim(),
    trustReview: values.trust === 'keep',
    workflowId: values.workflowId,
    ...(vendorData === '' ? {} : { vendorData }),
  }
}

/** Takes a copy of a partner's session with the token that they gave. */
export function ImportDialog({ onClose, onDone }: Props) {
  const workflows = useQuery(workflowsQuery)
  const redeem = useImport()
  const form = useForm({
    initialValues: { token: '', trust: 'review', workflowId: '', vendorData: '' },
    validate: (values) => issuesOf(ImportInput, asInput(values)),
  })
  const submit = form.onSubmit((values) => {
    redeem.mutate(asInput(values), { onSuccess: ({ sessionId }) => onDone(sessionId) })
  })
  const choices = (workflows.data?.workflows ?? []).filter((workflow) => !workflow.archived).map(({ id, label }) => ({ value: id, label }))

  return (
    <Modal opened onClose={onClose} size={640} title="Import a shared session" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate>
        <Stack gap="md">
          <p className={classes.about}>A token works once. The session arrives as a copy of its own; the partner’s stays with them.</p>
          <Textarea
            label="Share token"
            data-autofocus
            autosize
            minRows={3}
            maxRows={6}
            spellCheck={false}
            autoComplete="off"
            {...form.getInputProps('token')}
          />
          <Radio.Group label="The partner’s decision" {...form.getInputProps('trust')}>
            <Stack gap="sm" mt={4}>
              <Radio value="review" label="Send it to our own review" description="It arrives In review, whatever the partner decided." />
              <Radio value="keep" label="Trust it" description="It keeps the partner’s status." />
            </Stack>
          </Radio.Group>
          <Select
            label="Our workflow"
            placeholder={workflows.isPending ? 'Reading your workflows…' : 'Choose one'}
            data={choices}
            searchable
            nothingFoundMessage="No workflow of that name."
            {...form.getInputProps('workflowId')}
          />
          {workflows.error ? <ProblemPanel error={workflows.error} compact onRetry={() => void workflows.refetch()} /> : null}
          <TextInput
            label="Vendor data"
            description="Optional: your own id for this person or company."
            maxLength={255}
            {...form.getInputProps('vendorData')}
          />
          {redeem.error ? <ProblemPanel error={redeem.error} compact /> : null}
          <DialogFoot onCancel={onClose} pending={redeem.isPending} verb="Import session" />
        </Stack>
      </form>
    </Modal>
  )
}
