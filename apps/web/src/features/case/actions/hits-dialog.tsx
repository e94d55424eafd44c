import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { Button, Checkbox, Modal, Radio, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { submitKey } from '../../../lib/submit-key.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { useReviewHits } from '../case.mutations.ts'
import { aboutHit, sortHits } from '../model/aml-hits.ts'
import { HitStatus } from '../sections/hit-status.tsx'
import classes from './dialogs.module.css'

const answers = [
  { value: 'False Positive', label: 'False positive', about: 'Somebody else with a similar name' },
  { value: 'Confirmed Match', label: 'Confirmed match', about: 'The same person' },
  { value: 'Inconclusive', label: 'Inconclusive', about: 'Cannot be told from what is here' },
  { value: 'Unreviewed', label: 'Not reviewed', about: 'Opens the hit again' },
] as const

type Status = (typeof answers)[number]['value']
const asStatus = (value: string): Status | null => answers.find((answer) => answer.value === value)?.value ?? null

/** Judges one or several hits of a screening, with one rationale for all that were chosen. */
export function HitsDialog({
  sessionId,
  run,
  onDone,
  onClose,
}: {
  sessionId: string
  run: RunOf<'aml'>
  onDone: () => void
  onClose: () => void
}) {
  const review = useReviewHits(sessionId)
  const hits = sortHits(run.data.hits).filter((hit) => hit.id !== null)
  const ids = hits.flatMap((hit) => (hit.id === null ? [] : [hit.id]))
  const form = useForm({
    initialValues: { hits: ids.length === 1 ? ids : ([] as string[]), status: '', rationale: '' },
    validate: {
      hits: (value) => (value.length === 0 ? 'Choose at least one hit.' : null),
      status: (value) => (asStatus(value) === null ? 'Choose an answer.' : null),
      rationale: (value, { status }) => (value.trim() === '' && status !== 'Unreviewed' ? 'Say why, for the record.' : null),
    },
  })
  const { values } = form
  const submit = form.onSubmit(({ hits: chosen, status, rationale }) => {
    const answer = asStatus(status)
    if (answer === null) return
    review.mutate(
      {
        ...(run.nodeId === null ? {} : { nodeId: run.nodeId }),
        hits: chosen.map((hitId) => ({ hitId, status: answer, rationale: rationale.trim() })),
      },
      { onSuccess: onDone },
    )
  })
  const all = values.hits.length === ids.length
  return (
    <Modal opened onClose={onClose} size={760} title="Review watch-list hits" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={classes.form}>
        <Checkbox.Group label="Hits" value={values.hits} onChange={(next) => form.setFieldValue('hits', next)} error={form.errors['hits']}>
          <ul className={classes.hits}>
            {hits.map((hit, index) => (
              <li key={hit.id ?? index}>
                <Checkbox
                  value={hit.id ?? ''}
                  {...(hit === hits[0] ? { 'data-autofocus': true } : {})}
                  label={<bdi>{hit.caption ?? 'Hit without a name'}</bdi>}
                  description={`${hit.datasets.join(', ') || 'List not named'} · ${aboutHit(hit)}`}
                />
                <b>{hit.matchScore === null ? 'No score' : score(hit.matchScore)}</b>
                <HitStatus status={hit.reviewStatus} />
              </li>
            ))}
          </ul>
        </Checkbox.Group>
        {ids.length > 1 && (
          <Button variant="subtle" size="compact-sm" className={classes.all} onClick={() => form.setFieldValue('hits', all ? [] : ids)}>
            {all ? 'Choose none' : `Choose all ${ids.length}`}
          </Button>
        )}
        <Radio.Group
          label="Your answer"
          value={values.status}
          onChange={(next) => form.setFieldValue('status', next)}
          error={form.errors['status']}
        >
          <div className={classes.reasons}>
            {answers.map(({ value, label, about }) => (
              <Radio key={value} value={value} label={label} description={about} />
            ))}
          </div>
        </Radio.Group>
        <Textarea label="Rationale" autosize minRows={3} maxRows={8} maxLength={2000} {...form.getInputProps('rationale')} />
        {review.error && <ProblemPanel error={review.error} compact />}
        <div className={classes.foot}>
          <span>Didit gets the answer. The rationale stays in Verdict’s ledger.</span>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint keys="Escape" />}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={review.isPending}
            aria-keyshortcuts="Control+Enter"
            rightSection={<KeyHint keys="mod+Enter" onFilled />}
          >
            Save {values.hits.length === 1 ? '1 answer' : `${values.hits.length} answers`}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
