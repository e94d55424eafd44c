import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { Modal, Radio, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { FeatureRun, SessionDetail } from '@verdict/contract/case'
import { FeatureOverride } from '@verdict/contract/corrections'
import { submitKey } from '../../../lib/submit-key.ts'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { FeatureBadge, StatusBadge } from '../../../ui/status-badge.tsx'
import { featureTerm } from '../../../ui/vocabulary.ts'
import { useOverride } from '../case.mutations.ts'
import classes from './dialogs.module.css'

const statuses = ['Approved', 'Declined', 'In Review'] as const

interface Props {
  session: SessionDetail
  run: FeatureRun
  title: string
  onDone: () => void
  onClose: () => void
}

/** Gives one check another state; the session keeps its own. */
export function OverrideDialog({ session, run, title, onDone, onClose }: Props) {
  const override = useOverride(session.id)
  const nodeId = session.actions.override.runs.find(({ runId }) => runId === run.id)?.nodeId ?? run.nodeId
  const offered = statuses.filter((status) => status !== run.status)
  const form = useForm({
    initialValues: { status: '', comment: '' },
    validate: (values) => ({
      status: values.status === '' ? 'Choose a state.' : null,
      comment: values.comment.trim() === '' ? 'Say why.' : null,
    }),
  })
  const submit = form.onSubmit((values) => {
    const input = FeatureOverride.safeParse(values)
    if (input.success && nodeId !== null) override.mutate({ ...input.data, nodeId }, { onSuccess: onDone })
  })
  return (
    <Modal opened onClose={onClose} size={640} title={`Override: ${title}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={classes.form}>
        <p className={classes.lead}>
          Only this check changes. The session stays <StatusBadge status={session.status} /> until it is decided, and the applicant is not
          told.
        </p>
        <p className={classes.now}>
          <span>This check now</span> {run.status === null ? 'Didit gives no state' : <FeatureBadge status={run.status} />}
        </p>
        <Radio.Group
          label="New state"
          value={form.values.status}
          onChange={(next) => form.setFieldValue('status', next)}
          error={form.errors['status']}
        >
          <div className={classes.reasons}>
            {offered.map((status, index) => (
              <Radio key={status} value={status} label={featureTerm(status).word} {...(index === 0 ? { 'data-autofocus': true } : {})} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label="Why, for the record"
          description="Stands in Didit’s trail with your name, and in the ledger."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          {...form.getInputProps('comment')}
        />
        {override.error && <ProblemPanel error={override.error} compact />}
        <DialogFoot onCancel={onClose} pending={override.isPending} verb="Override check" />
      </form>
    </Modal>
  )
}
