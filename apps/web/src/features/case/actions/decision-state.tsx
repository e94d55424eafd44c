import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Decision } from '@verdict/contract/decision'
import { Link } from '@tanstack/react-router'
import { api } from '../../../lib/api.ts'
import { count, moment, time } from '../../../lib/format.ts'
import { useMe } from '../../../lib/me.ts'
import { asProblem } from '../../../lib/problem.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Chip } from '../../../ui/chip.tsx'
import { secondsLeft } from '../../../ui/hold/hold-state.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { decisionTerms, outcomeWords } from '../../../ui/vocabulary.ts'
import classes from './actions.module.css'

/** True while a decision of ours is on its way, so that nobody makes another one. */
export function isUnderWay(decision: Decision | null): decision is Decision {
  return decision !== null && ['held', 'awaiting_second', 'sending', 'uncertain'].includes(decision.state)
}

function useHeldActions(decision: Decision) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (what: 'undo' | 'send') => (what === 'undo' ? api.undo(decision.id) : api.sendNow(decision.id)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.session(decision.sessionId) })
      void client.invalidateQueries({ queryKey: queryKeys.decisions })
      void client.invalidateQueries({ queryKey: queryKeys.approvals })
    },
  })
}

/** A decision that is under way, with its way back while it is held. */
export function DecisionState({ decision }: { decision: Decision }) {
  const me = useMe()
  const act = useHeldActions(decision)
  const seconds = secondsLeft(decision, useNow(500))
  const term = decisionTerms[decision.state]
  const mine = decision.by.id === me.id
  const word = decision.state === 'held' ? `Sending${seconds === null ? ' soon' : ` in ${seconds} s`}` : term.word
  const refusal = act.error ? asProblem(act.error) : null
  const waits = decision.state === 'awaiting_second'
  return (
    <div className={classes.state}>
      <div className={classes.stateWords}>
        <p role="status">
          <Chip hue={term.hue} icon={term.icon}>
            {outcomeWords[decision.outcome]} · {decision.state === 'held' ? (mine ? 'held' : `held by ${decision.by.name}`) : word}
          </Chip>
        </p>
        <p className={classes.stateMeta}>
          {decision.state === 'held' && <span aria-hidden>{word} · </span>}
          {mine ? 'You' : <bdi>{decision.by.name}</bdi>}, {time(decision.madeAt)} · {decision.reasonLabel} · ledger{' '}
          {count(decision.ledgerSeq).replaceAll(',', '')}
        </p>
        {waits && decision.second !== null && (
          <p className={classes.stateMeta}>
            {decision.second.why.join(' ')}{' '}
            <Link to="/approvals" search={{ id: decision.second.approvalId }}>
              Open under Approvals
            </Link>
          </p>
        )}
        {decision.problem !== null && <p className={classes.stateProblem}>{decision.problem}</p>}
        {refusal && (
          <p className={classes.stateProblem} role="alert">
            {refusal.title} {refusal.detail}
          </p>
        )}
      </div>
      {waits && mine && (
        <div className={classes.stateButtons}>
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate('undo')}>
            Take back
          </Button>
        </div>
      )}
      {decision.state === 'held' && mine && (
        <div className={classes.stateButtons}>
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate('send')}>
            Send now
          </Button>
          <Button variant="default" disabled={act.isPending} onClick={() => act.mutate('undo')} rightSection={<KeyHint keys="u" />}>
            Undo
          </Button>
        </div>
      )}
    </div>
  )
}

/** How the last decision ended, in one line. */
export function LastDecision({ decision }: { decision: Decision }) {
  const me = useMe()
  const term = decisionTerms[decision.state]
  const more = decision.problem ?? (decision.state === 'void' ? decision.changes.slice(0, 2).join(' · ') : null)
  return (
    <div className={classes.last}>
      <Chip hue={term.hue} icon={term.icon}>
        {outcomeWords[decision.outcome]} · {term.word}
      </Chip>
      <span title={more ?? undefined}>
        {decision.by.id === me.id ? 'You' : <bdi>{decision.by.name}</bdi>}, {moment(decision.endedAt ?? decision.madeAt)}
        {more && <> · {more}</>}
      </span>
    </div>
  )
}
