import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { queryKeys } from '../../lib/query-keys.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { ActionBar, refusalsOf } from './actions/action-bar.tsx'
import actionClasses from './actions/actions.module.css'
import { isUnderWay } from './actions/decision-state.tsx'
import { EvidenceChangedDialog } from './actions/evidence-changed-dialog.tsx'
import { RationalePane } from './actions/rationale.tsx'
import { ReasonPicker } from './actions/reason-picker.tsx'
import { useDecision } from './actions/use-decision.ts'
import { useBenchAddress } from './bench/use-bench-address.ts'
import type { CaseQueue, CaseSlots } from './case-page.types.ts'
import classes from './case.module.css'
import { type CaseDialog, CaseRoomProvider } from './case-room.tsx'
import { EvidencePane } from './evidence/evidence-pane.tsx'
import { hasFaces } from './evidence/faces.ts'
import { firstMedia } from './evidence/first-media.ts'
import { viewsOf } from './evidence/view-memory.ts'
import { FactsPane, tabsOf, trailFoldsAt } from './facts/facts-pane.tsx'
import { useScrollSpy } from './facts/use-scroll-spy.ts'
import { CaseHeader, type MenuEntry } from './header/case-header.tsx'
import { closeDraft } from './model/case-drafts.ts'
import { usePinned } from './model/use-pinned.ts'
import { TrailPane } from './trail/trail-pane.tsx'
import { useCaseKeys } from './use-case-keys.ts'
import { useNextCase } from './use-next-case.ts'
import { useWarningWalk } from './warnings/use-warning-walk.ts'

const CaseDialogs = lazy(async () => ({ default: (await import('./case-dialogs.tsx')).CaseDialogs }))
const Bench = lazy(async () => ({ default: (await import('./bench/bench.tsx')).Bench }))
const ResubmitDialog = lazy(async () => ({ default: (await import('./actions/resubmit-dialog.tsx')).ResubmitDialog }))

type Panel = 'Approved' | 'Declined' | 'resubmit' | 'blocklist' | 'share' | null

interface Props {
  latest: SessionDetail
  queue: CaseQueue | null
  slots: CaseSlots
  at: string | null
  onBack: () => void
}

const why = (action: { allowed: boolean; reason: string | null }) => (action.allowed ? null : (action.reason ?? 'Not possible now.'))

/** The panes of an open case and what ties them together. */
export function OpenCase({ latest, queue, slots, at, onBack }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { session, changed, accept, expect } = usePinned(latest)
  const walk = useWarningWalk(session, at)
  const goNext = useNextCase(latest.id, queue)
  const bench = useBenchAddress()
  const [panel, setPanel] = useState<Panel>(null)
  const [dialog, setDialog] = useState<CaseDialog | null>(null)
  const [editing, setEditing] = useState(false)
  const [selectedRef, setSelectedRef] = useState(() => firstMedia(session)?.ref ?? null)
  const folded = useMediaQuery(trailFoldsAt) ?? false

  const card = useRef<HTMLDivElement>(null)
  const whyField = useRef<HTMLInputElement>(null)
  const rationale = useRef<HTMLTextAreaElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const pane = useRef<HTMLDivElement>(null)

  const anchors = useMemo(() => tabsOf(session).map((tab) => tab.anchor), [session])
  const { active, goTo } = useScrollSpy(pane, anchors)
  const focusWarning = () =>
    requestAnimationFrame(() => {
      card.current?.focus({ preventScroll: true })
      card.current?.scrollIntoView({ block: 'nearest' })
    })

  const decision = useDecision(session, walk, {
    leave: () => {
      setPanel(null)
      goNext()
    },
    comeBack: () => void navigate({ to: '/sessions/$sessionId', params: { sessionId: session.id } }),
  })
  const underWay = isUnderWay(session.decision)
  const { approve, decline, resubmit } = session.actions
  const mayAnswer = !underWay && (approve.allowed || decline.allowed || resubmit.allowed)
  const refusals = refusalsOf(session, walk)

  // The reader starts at the first warning, or at the part that the address names.
  useEffect(() => {
    if (at === null || !goTo(at)) card.current?.focus({ preventScroll: true })
  }, [at, goTo])
  useEffect(() => {
    if (session.decision?.state === 'settled') closeDraft(session.id, session.decision.id)
  }, [session.id, session.decision])
  useEffect(() => {
    if (editing) rationale.current?.focus()
  }, [editing])

  const show = (ref: string) => {
    viewsOf(session.id).selected = ref
    setSelectedRef(ref)
  }
  const readNew = () => {
    decision.forget()
    setPanel(null)
    expect()
    void client.invalidateQueries({ queryKey: queryKeys.session(session.id) })
    if (changed) accept()
    focusWarning()
  }
  const approveNow = () => {
    if (walk.open[0]) {
      walk.go(walk.open[0].id)
      focusWarning()
    } else setPanel('Approved')
  }
  const hasHits = session.sections.some((section) => section.runs.some((run) => run.kind === 'aml' && run.data.hits.length > 0))

  useCaseKeys({
    session,
    walk,
    mayAnswer,
    refusals,
    busy: panel !== null || dialog !== null || decision.pending || decision.error !== null,
    hands: {
      focusWarning,
      focusWhy: () => whyField.current?.focus(),
      focusNote: () => note.current?.focus(),
      compare: hasFaces(session) ? () => bench.open() : null,
      edit: () => setEditing(true),
      approve: approveNow,
      decline: () => setPanel('Declined'),
      resubmit: () => setPanel('resubmit'),
      blocklist: () => setPanel('blocklist'),
      hits: hasHits ? () => void navigate({ to: '/sessions/$sessionId/hits', params: { sessionId: session.id } }) : null,
      next: goNext,
      back: () => {
        if (panel === null && decision.error === null) onBack()
        else closePanel()
      },
      show,
    },
  })
  const closePanel = () => {
    setPanel(null)
    decision.forget()
    focusWarning()
  }
  const correctable = session.actions.correct.runs.find(({ allowed }) => allowed)
  const menu: MenuEntry[] = [
    {
      label: slots.report.pending ? 'Making the PDF report …' : 'PDF report',
      refusal: why(session.actions.report),
      run: () => slots.report.start(session),
    },
    { label: 'Share with a partner', refusal: why(session.actions.share), run: () => setPanel('share') },
    {
      label: 'Correct the data',
      refusal: why(session.actions.correct),
      run: () => correctable && setDialog({ kind: 'correct', runId: correctable.runId }),
    },
    { label: 'Copy the session id', refusal: null, run: () => void navigator.clipboard.writeText(session.id) },
  ]
  const selected = session.media.find((item) => item.ref === selectedRef) ?? firstMedia(session)
  const trail = <TrailPane session={session} note={note} />
  const failed = decision.error ?? slots.report.error ?? null

  return (
    <CaseRoomProvider value={{ session, show, goTo, open: setDialog }}>
      <div className={classes.case} data-case={session.id}>
        <CaseHeader session={session} queue={queue} menu={menu} />
        {changed && decision.changed === null && (
          <div className={classes.notice} role="status">
            <span>Didit’s answer has changed since you opened this case. What you see is what you read.</span>
            <Button size="compact-sm" variant="default" onClick={readNew}>
              Read the new evidence
            </Button>
          </div>
        )}
        <div className={classes.panes}>
          <EvidencePane session={session} selected={selected} onSelect={show} onCompare={() => bench.open()} />
          <FactsPane
            session={session}
            walk={walk}
            card={card}
            why={whyField}
            onWhyDone={() => card.current?.focus({ preventScroll: true })}
            mayAnswer={mayAnswer}
            pane={pane}
            active={active}
            onGo={goTo}
            trail={folded ? trail : null}
            deepLinked={at !== null}
          />
          {!folded && trail}
        </div>
        <ActionBar
          session={session}
          refusals={refusals}
          rationale={<RationalePane walk={walk} field={rationale} editing={editing} onEdit={setEditing} may={mayAnswer} />}
          on={{
            approve: approveNow,
            decline: () => setPanel('Declined'),
            resubmit: () => setPanel('resubmit'),
            blocklist: () => setPanel('blocklist'),
          }}
          above={
            panel !== 'resubmit' && failed !== null ? (
              <div className={actionClasses.problem}>
                <ProblemPanel
                  error={failed}
                  compact
                  actions={
                    <>
                      <Button variant="default" onClick={readNew}>
                        Read the case again
                      </Button>
                      <Button variant="subtle" onClick={closePanel}>
                        Close
                      </Button>
                    </>
                  }
                />
              </div>
            ) : panel === 'Approved' || panel === 'Declined' ? (
              <ReasonPicker
                key={panel}
                outcome={panel}
                pending={decision.pending}
                onSend={(reason) => decision.send(panel, reason)}
                onClose={closePanel}
              />
            ) : null
          }
        />
      </div>
      <Suspense>
        {panel === 'resubmit' && decision.changed === null && (
          <ResubmitDialog
            session={session}
            comment={walk.edited ?? walk.rationale.text}
            pending={decision.pending}
            error={decision.error}
            onSend={(reason, extra) => decision.send('Resubmitted', reason, extra)}
            onClose={closePanel}
          />
        )}
        {panel === 'blocklist' && <slots.Blocklist session={session} onClose={closePanel} />}
        {panel === 'share' && <slots.Share session={session} onClose={closePanel} />}
        {dialog && (
          <CaseDialogs
            session={session}
            dialog={dialog}
            onClose={() => setDialog(null)}
            onDone={() => {
              expect()
              setDialog(null)
            }}
          />
        )}
      </Suspense>
      {bench.asked !== null && (
        <Suspense fallback={<div hidden data-dialog-coming />}>
          <Bench session={session} asked={bench.asked} onChoose={bench.choose} onClose={bench.close} />
        </Suspense>
      )}
      {decision.changed !== null && (
        <EvidenceChangedDialog
          error={decision.changed}
          pressedAt={decision.pressedAt}
          outcome={decision.refused === 'Approved' ? 'Approve' : decision.refused === 'Declined' ? 'Decline' : 'Resubmit'}
          answered={walk.answered}
          hash={session.evidenceHash}
          onRead={readNew}
          onClose={closePanel}
        />
      )}
    </CaseRoomProvider>
  )
}
