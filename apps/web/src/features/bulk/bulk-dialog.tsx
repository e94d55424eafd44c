import '@mantine/core/styles/Progress.layer.css'
import { Modal, NativeSelect, Progress, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Bulk } from '@verdict/contract/decision-bulk'
import type { SessionRow } from '@verdict/contract/session'
import { useMemo, useState, type FormEvent } from 'react'
import { plural } from '../../lib/format.ts'
import { policyQuery } from '../../lib/shared.queries.ts'
import { submitKey } from '../../lib/submit-key.ts'
import { DialogFoot } from '../../ui/dialog-foot.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { BulkCases } from './bulk-cases.tsx'
import { inputOf, isDecidable, missing, numberWords, type BulkOutcome, type Choices } from './bulk-choices.ts'
import { useDecideBulk } from './bulk.queries.ts'
import classes from './bulk.module.css'
import { useBulkReading } from './use-bulk-reading.ts'

interface Props {
  rows: readonly SessionRow[]
  onClose: () => void
  /** Everything was answered; the result has a page of its own. */
  onMade: (bulkId: string) => void
}

const outcomes = ['Approved', 'Declined'] as const satisfies readonly BulkOutcome[]
const verbs: Readonly<Record<BulkOutcome, string>> = { Approved: 'Approve', Declined: 'Decline' }

const toggled = (set: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}

/** Decides several sessions for one reason: reads each, says what stands in the way, sends the others one by one. */
export function BulkDialog({ rows, onClose, onMade }: Props) {
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const [reasonCode, setReasonCode] = useState('')
  const [comment, setComment] = useState('')
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Bulk | null>(null)
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const reading = useBulkReading(ids, outcome ?? 'Declined')
  const { data: applied } = useQuery(policyQuery)
  const decide = useDecideBulk()
  const reasons = outcome === null ? [] : (applied?.policy.reasons[outcome] ?? []).filter(({ retired }) => !retired)
  const choices: Choices = {
    outcome,
    reasonCode,
    comment,
    seen,
    included: ids.flatMap((id) => {
      const each = reading.cases.get(id)
      return each && isDecidable(each) && !out.has(id) ? [each] : []
    }),
    unread: ids.filter((id) => !reading.cases.has(id) && !reading.failed.has(id)).length,
    reason: reasons.find(({ code }) => code === reasonCode),
  }
  const lacks = missing(choices)
  const size = choices.included.length
  const second = choices.included.filter(({ why }) => why.length > 0).length

  const choose = (next: BulkOutcome): void => {
    setOutcome(next)
    setReasonCode('')
    setRefused(null)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (lacks !== null || outcome === null || decide.isPending) return
    decide.mutate(inputOf(outcome, choices), {
      onSuccess: (bulk) => {
        if (bulk.id === null) setRefused(bulk)
        else onMade(bulk.id)
      },
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={`Decide ${plural(rows.length, 'session')} together`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      closeOnClickOutside={false}
    >
      <form onSubmit={submit} onKeyDown={submitKey} noValidate className={classes.form}>
        <div className={classes.progress}>
          <Progress value={(100 * (rows.length - choices.unread)) / rows.length} aria-label="Sessions read" size="sm" />
          <p>
            {rows.length - choices.unread} of {rows.length} read
            {outcome !== null && choices.unread === 0 && ` · ${String(size)} to ${verbs[outcome].toLowerCase()}`}
            {outcome !== null && choices.unread === 0 && size < rows.length && ` · ${String(rows.length - size)} left out`}
          </p>
        </div>
        <BulkCases
          rows={rows}
          reading={reading}
          judged={outcome !== null}
          answered={refused}
          seen={seen}
          onSeen={(key, isSeen) => setSeen((before) => toggled(before, key, isSeen))}
          out={out}
          onOut={(id, isOut) => setOut((before) => toggled(before, id, isOut))}
        />
        <fieldset className={classes.outcomes}>
          <legend>Outcome for all</legend>
          {outcomes.map((each) => (
            <label key={each} className={classes.outcome}>
              <input type="radio" name="outcome" value={each} checked={outcome === each} onChange={() => choose(each)} />
              {verbs[each]}
            </label>
          ))}
        </fieldset>
        <NativeSelect
          label="Reason for all"
          value={reasonCode}
          disabled={outcome === null}
          onChange={(event) => setReasonCode(event.currentTarget.value)}
          data={[{ value: '', label: 'Choose a reason' }, ...reasons.map(({ code, label }) => ({ value: code, label }))]}
        />
        <Textarea
          label="Rationale, for the record"
          description="Stands with your name in Didit’s trail of each session, and in the ledger."
          autosize
          minRows={2}
          maxRows={5}
          maxLength={4000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {outcome !== null && size > 0 && (
          <div className={classes.waits}>
            {second > 0 && <p>{second} of them will wait for a second person; each row says why.</p>}
            <p>{numberWords(size, reading.bulkOver)}</p>
          </div>
        )}
        {decide.error && <ProblemPanel error={decide.error} compact />}
        {refused && (
          <p role="alert" className={classes.problem}>
            Nothing was decided. Each row says why.
          </p>
        )}
        <DialogFoot
          stay
          onCancel={onClose}
          pending={decide.isPending}
          disabled={lacks !== null}
          verb={outcome === null ? 'Decide' : `${verbs[outcome]} ${plural(size, 'session')}`}
        >
          <span role="status">{lacks ?? 'Each is compared with Didit once more, held, then sent on its own.'}</span>
        </DialogFoot>
      </form>
    </Modal>
  )
}
