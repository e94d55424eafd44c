import type { FeatureSection } from '@verdict/contract/case'
import { Fragment, memo, startTransition, useEffect, useState } from 'react'
import { featureWord } from '../../../ui/feature-vocabulary.ts'
import { useCaseRoom } from '../case-room.tsx'
import { isEmpty } from '../model/json-shape.ts'
import { anchorOf } from '../model/section-words.ts'
import { GenericFields } from '../parts/generic-fields.tsx'
import { RunComparison } from './run-comparison.tsx'
import { RunFrame } from './run-frame.tsx'
import classes from './sections.module.css'

function EmptySection({ section }: { section: FeatureSection }) {
  const { icon: Icon, word } = featureWord(section.kind, section.raw)
  return (
    <section id={anchorOf(section)} className={classes.run} aria-label={word} tabIndex={-1}>
      <header>
        <Icon size={16} stroke={1.75} aria-hidden />
        <h3>{word}</h3>
        <span className={classes.runAside}>In the workflow, has not run</span>
      </header>
    </section>
  )
}

/** Fields of the session itself that no section shows. */
function SessionRest() {
  const { session } = useCaseRoom()
  const rest = {
    ...(isEmpty(session.vendorData) ? {} : { vendorData: session.vendorData }),
    ...(isEmpty(session.contact) ? {} : { contact: session.contact }),
    ...(isEmpty(session.expected) ? {} : { expectedDetails: session.expected }),
    ...(isEmpty(session.metadata) ? {} : { metadata: session.metadata }),
    ...session.unknown,
  }
  return (
    <section id="session" className={classes.run} aria-labelledby="session-title" tabIndex={-1}>
      <header>
        <h3 id="session-title">Session</h3>
      </header>
      <div className={classes.runBody}>
        {isEmpty(rest) ? <p className={classes.quiet}>Nothing further was stored.</p> : <GenericFields fields={rest} />}
      </div>
    </section>
  )
}

/** All sections; what is surely below the fold is laid out after the first paint. */
export const SectionList = memo(function SectionList({ all }: { all: boolean }) {
  const { session } = useCaseRoom()
  const [complete, setComplete] = useState(all)
  useEffect(() => {
    if (!complete) startTransition(() => setComplete(true))
  }, [complete])
  const sections = complete ? session.sections : session.sections.slice(0, 2)
  return (
    <>
      {sections.map((section) =>
        section.runs.length === 0 ? (
          <EmptySection key={section.raw} section={section} />
        ) : (
          <Fragment key={section.raw}>
            <RunComparison section={section} />
            {section.runs.map((run, index) => (
              <RunFrame key={run.id} section={section} run={run} index={index} />
            ))}
          </Fragment>
        ),
      )}
      {complete && <SessionRest />}
    </>
  )
})
