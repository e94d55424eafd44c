import { decisionStates } from '@verdict/contract/decision'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decisionEvents,
  isLast,
  lastStages,
  nextStage,
  openStages,
  stages,
  stateOf,
  type DecisionEvent,
  type Stage,
} from './decision-machine.ts'

interface Step {
  from: Stage
  event: DecisionEvent
  to: Stage
}

/** Plays events from the first stage; those that cannot happen are left out. */
const play = ([from, events]: readonly [Stage, readonly DecisionEvent[]]): Step[] => {
  const steps: Step[] = []
  for (const event of events) {
    const to = nextStage(from, event)
    if (to === undefined) continue
    steps.push({ from, event, to })
    from = to
  }
  return steps
}

const histories = fc
  .tuple(fc.constantFrom<Stage>('held', 'awaiting_second'), fc.array(fc.constantFrom(...decisionEvents), { maxLength: 60 }))
  .map(play)
const holds = (property: (steps: Step[]) => void) => fc.assert(fc.property(histories, property), { numRuns: 3000 })

describe('a decision', () => {
  it('is open or over, never both', () => {
    expect([...openStages, ...lastStages].toSorted()).toEqual([...stages].toSorted())
    expect(new Set(stages.map(stateOf))).toEqual(new Set(decisionStates))
  })

  it('never leaves a last stage', () => {
    for (const stage of stages) {
      const ways = decisionEvents.filter((event) => nextStage(stage, event) !== undefined)
      expect(ways.length === 0, stage).toBe(isLast(stage))
    }
  })

  it('is undone only while it is held or waits for another person', () => {
    expect(stages.filter((stage) => nextStage(stage, 'undo') !== undefined)).toEqual(['held', 'awaiting_second'])
    holds((steps) => {
      for (const step of steps) if (step.to === 'undone') expect(['held', 'awaiting_second']).toContain(step.from)
    })
  })

  it('is never written twice without proof between that the first write did nothing', () => {
    holds((steps) => {
      let writtenWithoutProof = false
      for (const { from, event, to } of steps) {
        if (from === 'writing' && event === 'not-sent') writtenWithoutProof = false
        if (event === 'found-not-applied') writtenWithoutProof = false
        if (to !== 'writing') continue
        expect(writtenWithoutProof).toBe(false)
        writtenWithoutProof = true
      }
    })
  })

  it('is written only right after its evidence was compared', () => {
    holds((steps) => {
      for (const { event, to } of steps) {
        if (to === 'writing') expect(['checked', 'found-not-applied']).toContain(event)
      }
    })
  })

  it('is written only after another person agreed, where one is needed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...decisionEvents), { maxLength: 60 }), (events) => {
        const steps = play(['awaiting_second', events])
        const written = steps.findIndex(({ to }) => to === 'writing')
        const agreed = steps.findIndex(({ event }) => event === 'second-approved')
        if (written >= 0) expect(agreed >= 0 && agreed < written).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is not taken back, void or refused while a write may have arrived', () => {
    holds((steps) => {
      for (const { from, event, to } of steps) {
        if (from === 'uncertain') expect(['settled', 'writing', 'uncertain', 'void']).toContain(to)
        if (to === 'refused') expect(event).toBe('refused-by-didit')
      }
    })
  })

  it('comes out of a restart without having been sent again', () => {
    for (const stage of stages) expect(nextStage(stage, 'restarted')).not.toBe('writing')
    expect(nextStage('writing', 'restarted')).toBe('uncertain')
  })
})
