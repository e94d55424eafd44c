import { SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { useState } from 'react'
import classes from '../policy.module.css'
import { otherCodes, outcomes, outcomeWords } from '../policy.words.ts'
import { faultUnder, usePolicyForm } from '../policy-form.ts'
import { ReasonList } from './reason-list.tsx'
import { RuledSwitch } from './ruled-switch.tsx'
import { SectionCard } from './section-card.tsx'

type Shown = (typeof outcomes)[number]

/** Reasons by outcome. A fault in an outcome that is not shown brings it to the front. */
export function ReasonsSection() {
  const { errors, values } = usePolicyForm()
  const [chosen, setChosen] = useState<Shown>('Declined')
  const faulty = outcomes.filter((outcome) => faultUnder(errors, `reasons.${outcome}`) !== undefined)
  const shown = faulty.includes(chosen) ? chosen : (faulty[0] ?? chosen)
  const choices = outcomes.map((outcome) => ({
    value: outcome,
    label: `${outcomeWords[outcome]} ${String(values.reasons[outcome].length)}`,
  }))
  return (
    <SectionCard
      id="reasons"
      title="Reasons"
      about="What a reviewer chooses from, in this order: the first is number 1. A code that was used stays; retire it instead."
    >
      <SegmentedControl
        size="xs"
        className={classes.outcomes ?? ''}
        aria-label="Outcome"
        data={choices}
        value={shown}
        onChange={(value) => setChosen(outcomes.find((outcome) => outcome === value) ?? chosen)}
      />
      <ReasonList key={shown} outcome={shown} />
      <RuledSwitch term={otherCodes} />
    </SectionCard>
  )
}
