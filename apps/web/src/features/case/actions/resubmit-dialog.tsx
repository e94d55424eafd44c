import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { Checkbox, Modal, Radio, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SessionDetail } from '@verdict/contract/case'
import type { DecisionInput } from '@verdict/contract/decision'
import { plural } from '../../../lib/format.ts'
import { useReasons } from '../../../lib/use-reasons.ts'
import { submitKey } from '../../../lib/submit-key.ts'
import { DialogFoot } from '../../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import dialog from './dialogs.module.css'
import { languageFor } from '../../../lib/languages.ts'
import { ResubmitMail } from './resubmit-mail.tsx'
import { planOf, stepKey } from './resubmit-plan.ts'
import { ResubmitPreview } from './resubmit-preview.tsx'
import { ResubmitStepRow } from './resubmit-step.tsx'
import classes from './resubmit.module.css'

export interface ResubmitValues {
  steps: string[]
  reason: string
  notify: boolean
  email: string
  language: string
  comment: string
}

interface Props {
  session: SessionDetail
  comment: string
  pending: boolean
  error: unknown
  onSend: (reasonCode: string, extra: Pick<DecisionInput, 'resubmit' | 'notify'> & { comment: string }) => void
  onClose: () => void
}

/** Plans what the applicant does again: the steps, what they lose and see, and whether Didit writes to them. */
export function ResubmitDialog({ session, comment, pending, error, onSend, onClose }: Props) {
  const { steps } = session.actions.resubmit
  const { contact } = session
  const offered = useReasons('Resubmitted')
  const firstAllowed = steps.find((step) => step.allowed)
  const form = useForm<ResubmitValues>({
    initialValues: {
      steps: steps.filter((step) => step.allowed && step.suggested).map(stepKey),
      reason: '',
      notify: (contact?.email ?? null) !== null,
      email: contact?.email ?? '',
      language: languageFor(contact?.language ?? null),
      comment,
    },
    validate: {
      steps: (value) => (value.length === 0 ? 'Choose at least one step to redo.' : null),
      reason: (value) => (value === '' ? 'Pick a reason.' : null),
      email: (value, { notify }) =>
        notify && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value.trim()) ? 'Write the address that Didit should write to.' : null,
    },
  })
  const { values } = form
  const chosen = steps.filter((step) => step.allowed && values.steps.includes(stepKey(step)))
  const plan = planOf(session, chosen)
  const submit = form.onSubmit(({ reason, notify, email, language, comment: said }) => {
    onSend(reason, {
      resubmit: chosen.map(({ nodeId, feature }) => ({ nodeId, feature })),
      comment: said,
      ...(notify ? { notify: { email: email.trim(), language } } : {}),
    })
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={`Ask ${session.name ?? 'the applicant'} again`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={dialog.form}>
        <p className={dialog.lead}>What was captured in the chosen steps is deleted at Didit and cannot be brought back.</p>
        <div className={classes.plan}>
          <Checkbox.Group
            label="Steps to redo, in the order of the workflow"
            value={values.steps}
            onChange={(next) => form.setFieldValue('steps', next)}
            error={form.errors['steps']}
          >
            <ol className={classes.steps}>
              {steps.map((step) => (
                <ResubmitStepRow
                  key={stepKey(step)}
                  session={session}
                  step={step}
                  chosen={chosen.includes(step)}
                  first={step === firstAllowed}
                />
              ))}
            </ol>
          </Checkbox.Group>
          <ResubmitPreview session={session} plan={plan} language={values.language} />
        </div>
        <Radio.Group
          label="Why"
          value={values.reason}
          onChange={(next) => form.setFieldValue('reason', next)}
          error={form.errors['reason']}
        >
          <div className={dialog.reasons}>
            {offered.map(({ code, label }) => (
              <Radio key={code} value={code} label={label} />
            ))}
          </div>
        </Radio.Group>
        <ResubmitMail form={form} plan={plan} own={contact?.language ?? null} />
        <Textarea label="Rationale, for the record" autosize minRows={2} maxRows={6} maxLength={4000} {...form.getInputProps('comment')} />
        {error !== null && error !== undefined && <ProblemPanel error={error} compact />}
        <DialogFoot
          stay
          onCancel={onClose}
          pending={pending}
          verb={chosen.length === 0 ? 'Ask for steps again' : `Ask for ${plural(chosen.length, 'step')} again`}
        >
          <span role="status">
            {plan.screens.length === 0 ? 'The applicant does nothing' : `${plural(plan.screens.length, 'screen')} for the applicant`}
            {values.notify ? ', one e-mail' : ', no e-mail'}
          </span>
        </DialogFoot>
      </form>
    </Modal>
  )
}
