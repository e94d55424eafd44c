import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import { useMemo, useRef, useState } from 'react'
import { plural } from '../../../lib/format.ts'
import { useKeys } from '../../../lib/keys/use-keys.ts'
import { useMe } from '../../../lib/me.ts'
import { sessionQuery } from '../../../lib/shared.queries.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import type { CaseQueue } from '../case-page.types.ts'
import { CaseRoomProvider } from '../case-room.tsx'
import { viewsOf } from '../evidence/view-memory.ts'
import { CaseHeader } from '../header/case-header.tsx'
import { isReviewed } from '../model/aml-hits.ts'
import { AnswerPane, hitAnswers } from './answer-pane.tsx'
import { useHitDrafts } from './hit-drafts.ts'
import { groupHits, type ListedHit, nextOpen, screeningsOf } from './hit-groups.ts'
import { newsFor, rationalesFor } from './hit-news.ts'
import { HitView } from './hit-view.tsx'
import { HitsList } from './hits-list.tsx'
import classes from './hits-page.module.css'
import { lookQuery, rationalesQuery } from './hits.queries.ts'
import { identifiersOf } from './identifiers.ts'
import { sourcesOf } from './list-entries.ts'
import { ScreenedWith } from './screened-with.tsx'
import { useHitAnswer } from './use-hit-answer.ts'
import { useHitChoice } from './use-hit-choice.ts'

interface Props {
  sessionId: string
  queue: CaseQueue | null
  /** The hit that the address names, and its check where there are several. */
  hit: string | null
  check: string | null
}

/** Watch-list hits of one session: which, one against the person, and the answer. */
export function HitsPage({ sessionId, queue, hit, check }: Props) {
  const { data: session } = useSuspenseQuery(sessionQuery(sessionId))
  const look = useQuery(lookQuery(sessionId, session.evidenceHash)).data ?? null
  const rationales = useQuery(rationalesQuery(sessionId)).data?.rationales ?? []
  const me = useMe()
  const navigate = useNavigate()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')

  const groups = useMemo(() => groupHits(session), [session])
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups])
  const named = hits.find((item) => item.hit.id === hit && (check === null || item.run.id === check))
  // Without an address: the first that waits for an answer, else the first.
  const [start] = useState(() => (hits.find((item) => !isReviewed(item.hit)) ?? hits[0])?.key ?? null)
  const current = named ?? hits.find((item) => item.key === start) ?? hits[0] ?? null
  const choice = useHitChoice(hits)
  const several = choice.chosen.length > 1 || (choice.chosen.length === 1 && choice.chosen[0]?.key !== current?.key)
  const identifiers = useMemo(() => (current ? identifiersOf(session, current) : []), [session, current])

  const go = (item: ListedHit) => {
    const search = { ...(item.hit.id === null ? {} : { hit: item.hit.id }), ...(item.check === null ? {} : { check: item.run.id }) }
    void navigate({ to: '/sessions/$sessionId/hits', params: { sessionId }, search, replace: true })
  }
  const back = () => {
    if (canGoBack) router.history.back()
    else void navigate({ to: '/sessions/$sessionId', params: { sessionId } })
  }
  const focusRow = () => document.querySelector<HTMLElement>('[role=row][aria-current=true]')?.focus({ preventScroll: true })
  const drafts = useHitDrafts(me.id, sessionId)
  const answer = useHitAnswer({
    session,
    hits: several ? choice.chosen : current ? [current] : [],
    several,
    identifiers,
    drafts,
    onSaved: (done) => {
      choice.clear()
      focusRow()
      const next = current === null ? null : nextOpen(hits, current.key, new Set(done.map(({ key }) => key)))
      setSaid(`${plural(done.length, 'answer')} saved at Didit.${next ? '' : ' Every hit has an answer; decide in the case.'}`)
      if (next) go(next)
    },
  })
  const step = (by: number) => {
    const at = hits.findIndex((item) => item.key === current?.key)
    const next = hits[Math.max(0, Math.min(hits.length - 1, at + by))]
    if (!next || next.key === current?.key) return
    answer.forget()
    go(next)
  }
  const free = answer.refusal === null
  const [source] = current ? sourcesOf(current.hit) : []
  useKeys('Watch-list hits', [
    { keys: ['j', 'ArrowDown'], label: 'Next hit', moves: true, run: () => step(1) },
    { keys: ['k', 'ArrowUp'], label: 'Hit before', moves: true, run: () => step(-1) },
    ...hitAnswers.map(({ key, word, value }) => ({ keys: [key], label: word, enabled: free, run: () => answer.answer(value) })),
    { keys: ['e'], label: 'Edit the rationale', enabled: free, run: () => field.current?.focus() },
    { keys: ['Enter'], label: 'Save the answer', enabled: free, run: answer.save },
    { keys: ['mod+Enter'], label: 'Save the answer', inFields: true, enabled: free, run: answer.save },
    {
      keys: ['o'],
      label: 'Open the source',
      enabled: source !== undefined,
      run: () => window.open(source, '_blank', 'noreferrer,noopener'),
    },
    {
      keys: ['Escape'],
      label: 'Back',
      run: () => {
        if (document.activeElement === field.current) focusRow()
        else if (choice.chosen.length > 0) choice.clear()
        else back()
      },
    },
  ])

  const reviewed = hits.filter((item) => isReviewed(item.hit)).length
  const before = current ? rationalesFor(rationales, current) : []
  const ours = before[0]?.status ?? 'Unreviewed'
  const theirs = current?.hit.reviewStatus ?? 'Unreviewed'
  const room = {
    session,
    goTo: (at: string) => void navigate({ to: '/sessions/$sessionId', params: { sessionId }, search: { at } }),
    open: () => undefined,
    show: (ref: string) => {
      viewsOf(sessionId).selected = ref
      void navigate({ to: '/sessions/$sessionId', params: { sessionId } })
    },
  }
  return (
    <CaseRoomProvider value={room}>
      <div className={classes.page}>
        <CaseHeader
          session={session}
          queue={queue}
          escapes={false}
          menu={[{ label: 'Copy the session id', refusal: null, run: () => void navigator.clipboard.writeText(session.id) }]}
        />
        <div className={classes.panes}>
          <section className={classes.listPane} aria-labelledby="hits-title">
            <div className={classes.listHead}>
              <h2 id="hits-title" className="v-hidden">
                Watch-list hits
              </h2>
              <Link
                to="/sessions/$sessionId"
                params={{ sessionId }}
                aria-keyshortcuts="Escape"
                className={classes.back}
                onClick={(event) => {
                  if (!canGoBack || event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  back()
                }}
              >
                <IconChevronLeft size={16} aria-hidden /> Case <KeyHint keys="Escape" />
              </Link>
              <span>
                {reviewed} of {hits.length} reviewed
              </span>
            </div>
            {hit !== null && named === undefined && hits.length > 0 && (
              <p className={classes.notice} role="status">
                The hit of this address is not in the session now. The first is shown.
              </p>
            )}
            {hits.length > 0 && (
              <HitsList
                groups={groups}
                current={current?.key ?? null}
                chosen={choice.keys}
                newsOf={(item) => (look ? newsFor(look, item) : null)}
                may={session.actions.amlReview.allowed}
                onCurrent={(item) => {
                  if (item.key === current?.key) return
                  answer.forget()
                  go(item)
                }}
                onChoose={choice.choose}
              />
            )}
            <div className={classes.listFoot}>
              {session.actions.amlReview.allowed && hits.length > 1 && (
                <Button variant="subtle" size="compact-sm" onClick={choice.chosen.length === hits.length ? choice.clear : choice.all}>
                  {choice.chosen.length === hits.length ? 'Choose none' : `Choose all ${hits.length}`}
                </Button>
              )}
              <ScreenedWith screenings={screeningsOf(session)} gone={look?.gone ?? 0} />
            </div>
          </section>
          <div className={classes.middle} data-pane="hit">
            {current ? (
              <HitView
                key={current.key}
                session={session}
                item={current}
                identifiers={identifiers}
                news={look && newsFor(look, current)}
                look={look}
              />
            ) : (
              <EmptyState icon={IconShieldCheck} title="No watch-list hits">
                <p>{screeningsOf(session).length === 0 ? 'This session was not screened.' : 'The screening found nobody on its lists.'}</p>
              </EmptyState>
            )}
          </div>
          <AnswerPane
            chosen={several ? choice.chosen.length : null}
            refusal={answer.refusal}
            draft={answer.draft}
            words={answer.words}
            composed={answer.composed}
            mayReopen={several || theirs !== 'Unreviewed'}
            missing={answer.missing}
            pending={answer.pending}
            error={answer.error}
            field={field}
            before={before}
            elsewhere={
              before.length > 0 && ours !== theirs ? `Answered outside Verdict since: ${theirs}. Didit keeps no reason for it.` : null
            }
            last={current === null || nextOpen(hits, current.key, new Set([current.key])) === null}
            onAnswer={answer.answer}
            onWords={answer.write}
            onSave={answer.save}
            onClear={choice.clear}
          />
        </div>
        <p role="status" className="v-hidden">
          {said}
        </p>
      </div>
    </CaseRoomProvider>
  )
}
