import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Approval } from '@verdict/contract/approval'
import { outcomes, type Outcome } from '@verdict/contract/decision'
import { useState } from 'react'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { asProblem } from '../../lib/problem.ts'
import { policyQuery } from '../../lib/shared.queries.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import classes from './approvals.module.css'
import { useAnswer } from './approvals.queries.ts'

const verbs: Readonly<Record<Outcome, string>> = { Approved: 'Approve', Declined: 'Decline', Resubmitted: 'Ask again' }

/** The answer of a second or third person; what cannot be answered says why in its place. */
export function AnswerForm({ approval }: { approval: Approval }) {
  const { id, stage, blind, evidenceHash, session, mine } = approval
  const { answer, withdraw } = useAnswer(session?.id ?? null)
  const { data: policy } = useQuery(policyQuery)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reasonCode, setReasonCode] = useState('')
  const [comment, setComment] = useState('')
  const free = approval.answer.allowed && blind && stage === 'second'
  const offered = outcome === null ? [] : (policy?.policy.reasons[outcome] ?? []).filter(({ retired }) => !retired)
  const give = (verdict: 'approve' | 'reject') => answer.mutate({ id, verdict, comment: comment.trim(), evidenceHash })
  const giveOwn = () => {
    if (outcome !== null && reasonCode !== '') answer.mutate({ id, outcome, reasonCode, comment: comment.trim(), evidenceHash })
  }
  const choose = (next: Outcome) => {
    setOutcome(next)
    setReasonCode(policy?.policy.reasons[next].find(({ retired }) => !retired)?.code ?? '')
  }
  const can = approval.answer.allowed && !answer.isPending
  useKeys('Approvals', [
    {
      keys: ['a'],
      label: free ? 'Approve, as your own verdict' : 'Agree',
      enabled: can,
      run: () => (free ? choose('Approved') : give('approve')),
    },
    {
      keys: ['d'],
      label: free ? 'Decline, as your own verdict' : 'Do not agree',
      enabled: can,
      run: () => (free ? choose('Declined') : give('reject')),
    },
  ])
  const error = answer.error ?? withdraw.error
  const problem = error ? asProblem(error) : null
  if (approval.endedAt !== null) return null
  return (
    <section className={classes.card} aria-label="Your answer">
      <h3>{mine ? 'You asked for this' : 'Your answer'}</h3>
      <div className={classes.form}>
        <p>{approval.answer.allowed ? `It takes ${approval.waitsFor}.` : approval.answer.reason}</p>
        {approval.answer.allowed && free && (
          <>
            {outcomes.map((each) => (
              <Button key={each} variant="default" aria-pressed={outcome === each} onClick={() => choose(each)}>
                {outcome === each ? `✓ ${verbs[each]}` : verbs[each]}
              </Button>
            ))}
            <NativeSelect
              label="Reason"
              value={reasonCode}
              disabled={outcome === null}
              onChange={(event) => setReasonCode(event.currentTarget.value)}
              data={offered.map(({ code, label }) => ({ value: code, label }))}
            />
          </>
        )}
        {approval.answer.allowed && (
          <Textarea
            label="Why"
            autosize
            minRows={3}
            maxLength={4000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
            placeholder={free ? 'Your own words; the other answer stays withheld' : 'Needed when you do not agree'}
          />
        )}
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem.title}. {problem.detail}
          </p>
        )}
        {approval.answer.allowed && free && (
          <Button onClick={giveOwn} loading={answer.isPending} disabled={outcome === null || reasonCode === ''}>
            Give this verdict
          </Button>
        )}
        {approval.answer.allowed && !free && (
          <>
            <Button variant="default" loading={answer.isPending} onClick={() => give('approve')} rightSection={<KeyHint keys="a" />}>
              {stage === 'third' ? 'Take the first verdict' : 'Agree'}
            </Button>
            {stage === 'third' && approval.second?.outcome && (
              <Button
                variant="default"
                disabled={answer.isPending}
                onClick={() => {
                  const second = approval.second?.outcome
                  if (!second) return
                  const code = policy?.policy.reasons[second].find(({ label }) => label === approval.second?.reasonLabel)?.code
                  answer.mutate({ id, outcome: second, reasonCode: code ?? '', comment: comment.trim(), evidenceHash })
                }}
              >
                Take the second verdict
              </Button>
            )}
            {stage === 'third' && approval.second?.outcome === 'Resubmitted' && (
              <p className={classes.hash}>Asking again sends nothing yet: the steps are chosen in the case.</p>
            )}
            <Button variant="default" disabled={answer.isPending} onClick={() => give('reject')} rightSection={<KeyHint keys="d" />}>
              {stage === 'third' ? 'Neither: back to the queue' : 'Do not agree'}
            </Button>
          </>
        )}
        {mine && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
            Take back
          </Button>
        )}
      </div>
    </section>
  )
}
