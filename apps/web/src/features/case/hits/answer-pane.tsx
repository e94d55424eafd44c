import { Button, Textarea } from '@mantine/core'
import type { AmlRationale } from '@verdict/contract/corrections'
import type { FormEvent, KeyboardEvent, ReactNode, Ref } from 'react'
import { moment, plural } from '../../../lib/format.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ProblemPanel } from '../../../ui/problem-panel.tsx'
import { ClampedText } from '../parts/clamped-text.tsx'
import { HitStatus } from '../sections/hit-status.tsx'
import classes from './answer.module.css'
import type { HitDraft } from './hit-drafts.ts'

export const hitAnswers = [
  { value: 'False Positive', word: 'False positive', about: 'Somebody else with a similar name', key: '1' },
  { value: 'Confirmed Match', word: 'Confirmed match', about: 'The same person', key: '2' },
  { value: 'Inconclusive', word: 'Inconclusive', about: 'Cannot be told from what is here', key: '3' },
] as const
const reopening = { value: 'Unreviewed', word: 'Not reviewed', about: 'Opens the hit again', key: null } as const

interface Props {
  /** How many were chosen to be answered together; null: the one that is shown. */
  chosen: number | null
  /** Why nothing can be answered, or null. */
  refusal: string | null
  draft: HitDraft
  words: string
  composed: boolean
  mayReopen: boolean
  /** What is missing before it can be saved, or null. */
  missing: string | null
  pending: boolean
  error: unknown
  field: Ref<HTMLTextAreaElement>
  before: readonly AmlRationale[]
  /** Didit's answer when it is not the one that we gave last. */
  elsewhere: string | null
  last: boolean
  onAnswer: (answer: NonNullable<HitDraft['answer']>) => void
  onWords: (words: string) => void
  onSave: () => void
  onClear: () => void
}

function Before({ before, elsewhere }: { before: readonly AmlRationale[]; elsewhere: string | null }) {
  return (
    <section className={classes.before} aria-labelledby="hit-before">
      <h3 id="hit-before">Answered before</h3>
      {elsewhere !== null && <p className={classes.elsewhere}>{elsewhere}</p>}
      {before.length === 0 && <p>Nobody has answered this hit in Verdict.</p>}
      <ol>
        {before.slice(0, 10).map((item) => (
          <li key={item.ledgerSeq}>
            <p>
              <HitStatus status={item.status} />
              <span>
                {item.by.name}, {moment(item.at)}
              </span>
            </p>
            {item.rationale === '' ? <span>No rationale given</span> : <ClampedText text={item.rationale} />}
          </li>
        ))}
      </ol>
      {before.length > 10 && <p>{plural(before.length - 10, 'older answer')} in the ledger.</p>}
    </section>
  )
}

function Next({ children }: { children: ReactNode }) {
  return <p className={classes.next}>{children}</p>
}

/** Arrows choose among the answers here, and do not step through the hits. */
function keepArrows(event: KeyboardEvent) {
  if (event.key.startsWith('Arrow')) event.stopPropagation()
}

/** The answer to one hit, or one answer to several. */
export function AnswerPane({
  chosen,
  refusal,
  draft,
  words,
  composed,
  mayReopen,
  missing,
  pending,
  error,
  field,
  before,
  elsewhere,
  last,
  onAnswer,
  onWords,
  onSave,
  onClear,
}: Props) {
  const several = chosen !== null
  const those = plural(chosen ?? 1, 'chosen hit')
  const choices = mayReopen ? [...hitAnswers, reopening] : hitAnswers
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className={classes.pane} onSubmit={submit} aria-labelledby="answer-title">
      <div className={classes.scroll}>
        <div className={classes.head}>
          <h2 id="answer-title">{several ? `Your answer to ${those}` : 'Your answer'}</h2>
          {several && (
            <Button variant="subtle" size="compact-sm" onClick={onClear}>
              Choose none
            </Button>
          )}
        </div>
        {refusal === null ? (
          <div className={classes.body}>
            <fieldset className={classes.choices} onKeyDown={keepArrows}>
              <legend className="v-hidden">{several ? `Answer to ${those}` : 'Answer to this hit'}</legend>
              {choices.map(({ value, word, about, key }) => (
                <label key={value} className={classes.choice}>
                  <input
                    type="radio"
                    name="hit-answer"
                    checked={draft.answer === value}
                    onChange={() => onAnswer(value)}
                    {...(key === null ? {} : { 'aria-keyshortcuts': key })}
                  />
                  <span>
                    <b>{word}</b>
                    <small>{about}</small>
                  </span>
                  {key !== null && <KeyHint keys={key} />}
                </label>
              ))}
            </fieldset>
            <Textarea
              ref={field}
              label={
                <span className={classes.label}>
                  Rationale
                  {composed && <small>written from the differences</small>}
                </span>
              }
              classNames={{ label: classes.labelBox ?? '' }}
              aria-keyshortcuts="E"
              autosize
              minRows={3}
              maxRows={10}
              maxLength={2000}
              required
              withAsterisk={false}
              value={words}
              onChange={(event) => onWords(event.currentTarget.value)}
            />
            {several && <p className={classes.note}>One answer and one rationale for {those}. Didit takes all of them or none.</p>}
            <p className={classes.note}>
              The answer stays when the lists are screened again. What a rescreening adds or changes is marked here.
            </p>
          </div>
        ) : (
          <p className={classes.refusal}>{refusal}</p>
        )}
        {!several && <Before before={before} elsewhere={elsewhere} />}
      </div>
      <div className={classes.bar}>
        {error !== null && <ProblemPanel error={error} compact />}
        <Next>
          Answers on hits do not change the status of the check or of the session. When all have one, go back to the case and decide there.
        </Next>
        {refusal === null && (
          <>
            <Button
              type="submit"
              fullWidth
              size="md"
              justify="space-between"
              loading={pending}
              disabled={missing !== null}
              aria-keyshortcuts="Enter Control+Enter"
              aria-describedby="hit-missing"
              rightSection={<KeyHint keys="Enter" onFilled />}
            >
              {several ? `Save ${plural(chosen, 'answer')}` : last ? 'Save' : 'Save and go to next hit'}
            </Button>
            <p id="hit-missing" className={classes.note}>
              {missing ?? 'Didit gets the answer. The rationale stays in Verdict’s ledger.'}
            </p>
          </>
        )}
      </div>
    </form>
  )
}
