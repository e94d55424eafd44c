import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { moment, plural } from '../../lib/format.ts'
import { holdersOf } from '../../lib/needs.ts'
import { asProblem, hasCode } from '../../lib/problem.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { Overtaken } from './overtaken.tsx'
import { policyDifferences } from './policy.differences.ts'
import classes from './policy.module.css'
import { useChangePolicy } from './policy.mutations.ts'
import { PolicyFormProvider, useReadOnly } from './policy-form.ts'
import { ReviewDialog } from './review-dialog.tsx'
import { SectionNav } from './section-nav.tsx'
import { AccessSection } from './sections/access-section.tsx'
import { FourEyesSection } from './sections/four-eyes-section.tsx'
import { HistorySection } from './sections/history-section.tsx'
import { HoldsSection } from './sections/holds-section.tsx'
import { QueueSection } from './sections/queue-section.tsx'
import { ReasonsSection } from './sections/reasons-section.tsx'
import { RetentionSection } from './sections/retention-section.tsx'
import { useDraftPolicy } from './use-draft-policy.ts'
import { useNames } from './use-names.ts'

/** The rules of the house: read by everybody who works by them, changed by managers, version by version. */
export function PolicyPage() {
  const readOnly = useReadOnly()
  const work = useDraftPolicy()
  const names = useNames()
  const save = useChangePolicy()
  const [dialog, setDialog] = useState<'review' | 'discard' | null>(null)
  const [said, setSaid] = useState('')
  const { form, base, current, mine, isDirty, isOvertaken } = work
  const differences = mine ? policyDifferences(base.policy, mine, names) : null
  const leaving = useBlocker({
    shouldBlockFn: ({ current: here, next }) => isDirty && here.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  const faults = Object.keys(form.errors).length
  const column = useRef<HTMLDivElement>(null)
  const [shownFaults, setShownFaults] = useState(0)
  useEffect(() => {
    if (shownFaults > 0) column.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [shownFaults])

  const review = (): void => {
    setSaid('')
    save.reset()
    if (form.validate().hasErrors) setShownFaults((times) => times + 1)
    else setDialog('review')
  }
  const send = (note: string): void => {
    if (mine === null) return
    save.mutate(
      { expectedVersion: base.version, policy: mine, note },
      {
        onSuccess: (made) => {
          work.startFrom(made)
          setDialog(null)
          setSaid(`Version ${String(made.version)} applies now.`)
        },
        onError: (error) => {
          const fields = hasCode(error, 'invalid-input') ? (asProblem(error).fields ?? []) : []
          const ours = fields.filter(({ path }) => path.startsWith('policy.'))
          if (ours.length === 0) return
          form.setErrors(Object.fromEntries(ours.map(({ path, message }) => [path.slice('policy.'.length), message])))
          setDialog(null)
          setShownFaults((times) => times + 1)
        },
      },
    )
  }

  return (
    <PolicyFormProvider form={form}>
      <PageHead
        title="Policy"
        about={`Version ${String(base.version)}${base.by ? ` by ${base.by.name}` : ''}${base.madeAt ? `, ${moment(base.madeAt)}` : ''}`}
      >
        <span role="status" className={classes.state}>
          {isDirty ? (differences ? `${plural(differences.length, 'change')} not saved` : 'Changes not saved') : said}
        </span>
        {isDirty && !readOnly ? (
          <>
            <Button size="xs" variant="default" onClick={() => setDialog('discard')}>
              Discard
            </Button>
            <Button size="xs" onClick={review}>
              Review and save
            </Button>
          </>
        ) : null}
      </PageHead>
      <div className={classes.page}>
        <SectionNav differences={differences ?? []} />
        <div className={classes.column} ref={column}>
          {readOnly ? (
            <p className={classes.notice}>You work by these rules and may read them. {holdersOf('policy.change')} may change them.</p>
          ) : null}
          {faults > 0 ? (
            <p className={classes.faults} role="alert">
              Nothing was saved: {plural(faults, 'field')} {faults === 1 ? 'does' : 'do'} not fit. What is wrong stands beside{' '}
              {faults === 1 ? 'it' : 'each'}.
            </p>
          ) : null}
          {isOvertaken && dialog === null ? <Overtaken base={base} current={current} onContinue={work.continueOnTop} /> : null}
          <HoldsSection />
          <ReasonsSection />
          <FourEyesSection />
          <QueueSection />
          <AccessSection />
          <RetentionSection />
          <HistorySection />
        </div>
      </div>
      {dialog === 'review' && differences ? (
        <ReviewDialog work={work} differences={differences} save={save} onSave={send} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'discard' ? (
        <LeaveDialog
          differences={differences}
          verb="Discard them"
          onStay={() => setDialog(null)}
          onDrop={() => {
            work.startFrom(current)
            setDialog(null)
          }}
        />
      ) : null}
      {leaving.status === 'blocked' ? (
        <LeaveDialog differences={differences} verb="Leave without saving" onStay={leaving.reset} onDrop={leaving.proceed} />
      ) : null}
    </PolicyFormProvider>
  )
}
