import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import { Button, Checkbox, Modal, NativeSelect, Radio, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { SessionDetail } from '@verdict/contract/case'
import type { DecisionInput, ResubmitStep } from '@verdict/contract/decision'
import { reasons } from '@verdict/contract/reasons'
import { submitKey } from '../../../lib/submit-key.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { featureTerm } from '../../../ui/vocabulary.ts'
import classes from './dialogs.module.css'
import { languagesFor } from './languages.ts'

const keyOf = (step: ResubmitStep) => `${step.nodeId}|${step.feature}`

function Step({ step, first }: { step: ResubmitStep; first: boolean }) {
  const state = step.status === null ? 'Has not run' : featureTerm(step.status).word
  return (
    <li>
      <Checkbox
        value={keyOf(step)}
        {...(first ? { 'data-autofocus': true } : {})}
        disabled={!step.allowed}
        label={
          <>
            {step.label} <small>{state}</small>
          </>
        }
        description={
          step.allowed
            ? step.erases.length > 0 && <span className={classes.erases}>Didit deletes: {step.erases.join(', ')}</span>
            : (step.reason ?? 'Cannot be asked again.')
        }
      />
    </li>
  )
}

interface Props {
  session: SessionDetail
  comment: string
  pending: boolean
  error: unknown
  onSend: (reasonCode: string, extra: Pick<DecisionInput, 'resubmit' | 'notify'> & { comment: string }) => void
  onClose: () => void
}

/** Chooses the steps that the applicant does again, and whether Didit writes to them. */
export function ResubmitDialog({ session, comment, pending, error, onSend, onClose }: Props) {
  const { steps } = session.actions.resubmit
  const { contact } = session
  const firstAllowed = steps.find((step) => step.allowed)
  const form = useForm({
    initialValues: {
      steps: steps.filter((step) => step.allowed && step.suggested).map(keyOf),
      reason: '',
      notify: (contact?.email ?? null) !== null,
      email: contact?.email ?? '',
      language: contact?.language ?? 'en',
      comment,
    },
    validate: {
      steps: (value) => (value.length === 0 ? 'Choose at least one step to redo.' : null),
      reason: (value) => (value === '' ? 'Pick a reason.' : null),
      email: (value, { notify }) =>
        notify && !/^\S+@\S+\.\S+$/u.test(value.trim()) ? 'Write the address that Didit should write to.' : null,
    },
  })
  const { values } = form
  const submit = form.onSubmit(({ reason, notify, email, language, comment: said }) => {
    const chosen = steps.filter((step) => step.allowed && values.steps.includes(keyOf(step)))
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
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={classes.form}>
        <p className={classes.lead}>
          The same link opens again for the steps that you choose. What was captured in them is deleted at Didit and cannot be brought back.
        </p>
        <Checkbox.Group
          label="Steps to redo"
          value={values.steps}
          onChange={(next) => form.setFieldValue('steps', next)}
          error={form.errors['steps']}
        >
          <ul className={classes.steps}>
            {steps.map((step) => (
              <Step key={keyOf(step)} step={step} first={step === firstAllowed} />
            ))}
          </ul>
        </Checkbox.Group>
        <Radio.Group
          label="Why"
          value={values.reason}
          onChange={(next) => form.setFieldValue('reason', next)}
          error={form.errors['reason']}
        >
          <div className={classes.reasons}>
            {reasons.Resubmitted.map(({ code, label }) => (
              <Radio key={code} value={code} label={label} />
            ))}
          </div>
        </Radio.Group>
        <Switch
          label="Didit writes to the applicant"
          description={values.notify ? undefined : 'Without it nobody tells them: send them the link yourself.'}
          {...form.getInputProps('notify', { type: 'checkbox' })}
        />
        {values.notify && (
          <div className={classes.two}>
            <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
            <NativeSelect label="Language" data={languagesFor(contact?.language ?? null)} {...form.getInputProps('language')} />
          </div>
        )}
        <Textarea label="Rationale, for the record" autosize minRows={2} maxRows={6} maxLength={4000} {...form.getInputProps('comment')} />
        {error !== null && error !== undefined && <ProblemPanel error={error} compact />}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint keys="Escape" />}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} aria-keyshortcuts="Control+Enter" rightSection={<KeyHint keys="mod+Enter" onFilled />}>
            Ask for {values.steps.length === 1 ? '1 step' : `${values.steps.length} steps`} again
          </Button>
        </div>
      </form>
    </Modal>
  )
}
