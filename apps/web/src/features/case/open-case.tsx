import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import type { SessionDetail } from '@verdict/contract/case'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { queryKeys } from '../../lib/query-keys.ts'
import { AboveBar } from './actions/above-bar.tsx'
import { ActionBar, refusalsOf } from './actions/action-bar.tsx'
import { isUnderWay } from './actions/decision-state.tsx'
import { EvidenceChangedDialog } from './actions/evidence-changed-dialog.tsx'
import { RationalePane } from './actions/rationale.tsx'
import { useDecision } from './actions/use-decision.ts'
import { useBenchAddress } from './bench/use-bench-address.ts'
import type { CaseQueue, CaseSlots } from './case-page.types.ts'
import classes from './case.module.css'
import { type CaseDialog, type CaseRoom, CaseRoomProvider } from './case-room.tsx'
import { EvidencePane } from './evidence/evidence-pane.tsx'
import { hasFaces } from './evidence/faces.ts'
import { firstMedia } from './evidence/first-media.ts'
import { viewsOf } from './evidence/view-memory.ts'
import { FactsPane, tabsOf, trailFoldsAt } from './facts/facts-pane.tsx'
import { hasPlace } from './facts/place-memory.ts'
import { useScrollSpy } from './facts/use-scroll-spy.ts'
import { focusSoon } from './focus-soon.ts'
import { CaseHeader } from './header/case-header.tsx'
import { caseMenu } from './header/case-menu.ts'
import { AlsoHere } from './lease/also-here.tsx'
import { LeaseBanner } from './lease/lease-banner.tsx'
import { useQueueMarks } from '../../ui/queue-marks/use-queue-marks.tsx'
import { leadTo, useHop } from './lease/use-hop.ts'
import { useLease } from './lease/use-lease.ts'
import { closeDraft } from './model/case-drafts.ts'
import { useEvidence } from './model/use-evidence.ts'
import { usePinned } from './model/use-pinned.ts'
import { Bench, CaseDialogs, ResubmitDialog, useLaterParts } from './later-parts.ts'
import { TrailPane } from './trail/trail-pane.tsx'
import { useCaseKeys } from './use-case-keys.ts'
import { useWarningWalk } from './warnings/use-warning-walk.ts'

type Panel = 'Approved' | 'Declined' | 'resubmit' | 'blocklist' | 'share' | null

interface Props {
  latest: SessionDetail
  /** False while the case waits, laid out, behind the open one. */
  shown: boolean
  queue: CaseQueue | null
  slots: CaseSlots
  at: string | null
  onBack: () => void
}

const outcomeWords = { Approved: 'Approve', Declined: 'Decline', Resubmitted: 'Resubmit' } as const

/** The panes of an open case and what ties them together. */
export function OpenCase({ latest, shown, queue, slots, at, onBack }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { session, changed, accept, expect } = usePinned(latest, shown)
  const evidence = useEvidence(session)
  const walk = useWarningWalk(evidence, at)
  const lease = useLease(session)
  useHop(session.id, lease)
  const marks = useQueueMarks('Case', session)
  const bench = useBenchAddress()
  const [panel, setPanel] = useState<Panel>(null)
  const [dialog, setDialog] = useState<CaseDialog | null>(null)
  // Everything at once where a link leads into it, and where it is laid out ahead, with time enough.
  const [whole] = useState(at !== null || !shown || hasPlace(session.id))
  const [editing, setEditing] = useState(false)
  const [selectedRef, setSelectedRef] = useState(() => firstMedia(session)?.ref ?? null)
  const folded = useMediaQuery(trailFoldsAt, false, { getInitialValueInEffect: false })

  const card = useRef<HTMLDivElement>(null)
  const whyField = useRef<HTMLInputElement>(null)
  const rationale = useRef<HTMLTextAreaElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const pane = useRef<HTMLDivElement>(null)

  const anchors = useMemo(() => tabsOf(evidence).map((tab) => tab.anchor), [evidence])
  const { active, goTo } = useScrollSpy(pane, anchors)
  const focusWarning = () =>
    requestAnimationFrame(() => {
      card.current?.focus({ preventScroll: true })
      card.current?.scrollIntoView({ block: 'nearest' })
    })

  const nextId = queue?.nextId ?? null
  const goNext = () => {
    if (nextId !== null) leadTo(nextId)
    void (nextId === null ? navigate({ to: '/queue' }) : navigate({ to: '/sessions/$sessionId', params: { sessionId: nextId } }))
  }
  // What is open here goes with the case: closing it first would lay out once more what is being left.
  const decision = useDecision(session, walk, {
    leave: goNext,
    comeBack: () => void navigate({ to: '/sessions/$sessionId', params: { sessionId: session.id } }),
  })
  const underWay = isUnderWay(session.decision)
  const { approve, decline, resubmit } = session.actions
  const mayAnswer = !underWay && (approve.allowed || decline.allowed || resubmit.allowed)
  const refusals = refusalsOf(session, walk)

  useLaterParts()
  // The reader starts at the first warning, or at the part that the address names.
  useEffect(() => (at !== null && goTo(at) ? undefined : focusSoon(card)), [at, goTo])
  useEffect(() => {
    if (session.decision?.state === 'settled') closeDraft(session.id, session.decision.id)
  }, [session.id, session.decision])
  useEffect(() => {
    if (editing) rationale.current?.focus()
  }, [editing])

  const { id: sessionId } = session
  const show = useCallback(
    (ref: string) => {
      viewsOf(sessionId).selected = ref
      setSelectedRef(ref)
    },
    [sessionId],
  )
  const room = useMemo((): CaseRoom => ({ session: evidence, show, goTo, open: setDialog }), [evidence, show, goTo])
  const backToCard = useCallback(() => card.current?.focus({ preventScroll: true }), [])
  const { open: openBench } = bench
  const compare = useCallback(() => openBench(), [openBench])
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
      compare: hasFaces(session) ? compare : null,
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
  const menu = caseMenu(session, {
    report: slots.report,
    share: () => setPanel('share'),
    correct: (runId) => setDialog({ kind: 'correct', runId }),
    mark: marks.may ? marks.open : null,
  })
  const selected = session.media.find((item) => item.ref === selectedRef) ?? firstMedia(session)
  const trail = <TrailPane session={evidence} note={note} />
  const failed = decision.error ?? slots.report.error ?? null

  return (
    <CaseRoomProvider value={room}>
      <div className={classes.case} data-case={session.id}>
        <CaseHeader session={session} queue={queue} menu={menu} also={<AlsoHere lease={lease} />} />
        <LeaseBanner lease={lease} onNext={goNext} />
        {changed && decision.changed === null && (
          <div className={classes.notice} role="status">
            <span>Didit’s answer has changed since you opened this case. What you see is what you read.</span>
            <Button size="compact-sm" variant="default" onClick={readNew}>
              Read the new evidence
            </Button>
          </div>
        )}
        <div className={classes.panes}>
          <EvidencePane session={evidence} selected={selected} onSelect={show} onCompare={compare} />
          <FactsPane
            session={evidence}
            walk={walk}
            card={card}
            why={whyField}
            onWhyDone={backToCard}
            mayAnswer={mayAnswer}
            pane={pane}
            active={active}
            onGo={goTo}
            trail={folded ? trail : null}
            whole={whole}
            comesBack={at === null}
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
            <AboveBar
              failed={panel === 'resubmit' ? null : failed}
              picking={panel === 'Approved' || panel === 'Declined' ? panel : null}
              pending={decision.pending}
              onSend={(reason) => (panel === 'Approved' || panel === 'Declined') && decision.send(panel, reason)}
              onReadAgain={readNew}
              onClose={closePanel}
            />
          }
        />
      </div>
      {marks.dialog}
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
      {shown && bench.asked !== null && (
        <Suspense fallback={<div hidden data-dialog-coming />}>
          <Bench session={session} asked={bench.asked} onChoose={bench.choose} onClose={bench.close} />
        </Suspense>
      )}
      {decision.changed !== null && (
        <EvidenceChangedDialog
          error={decision.changed}
          pressedAt={decision.pressedAt}
          outcome={outcomeWords[decision.refused ?? 'Resubmitted']}
          answered={walk.answered}
          hash={session.evidenceHash}
          onRead={readNew}
          onClose={closePanel}
        />
      )}
    </CaseRoomProvider>
  )
}
