import { useMe } from '../../../lib/me.ts'
import classes from '../policy.module.css'
import { holdFigures } from '../policy.words.ts'
import { FigureField } from './fields.tsx'
import { SectionCard } from './section-card.tsx'

export function HoldsSection() {
  const { undoSeconds } = useMe()
  return (
    <SectionCard
      id="holds"
      title="Holds"
      about={`How long a decision waits, and can be undone, before it is sent. Empty: ${String(undoSeconds)} s, as UNDO_SECONDS says. 0 sends at once.`}
    >
      <div className={classes.figures}>
        {holdFigures.map((term) => (
          <FigureField key={term.path} term={term} placeholder={String(undoSeconds)} />
        ))}
      </div>
    </SectionCard>
  )
}
