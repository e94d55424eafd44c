import { permissionsOf, roles, type Role } from '@verdict/contract/access'
import { approvalKinds } from '@verdict/contract/approval'
import { outcomes, type Outcome } from '@verdict/contract/decision'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithheld, judge, lastApprovalStages, permissionFor, type Answer, type Standing } from './approval-machine.ts'

const someRoles = fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: roles.length })
const somePeople = fc.array(someRoles, { minLength: 1, maxLength: 5 })
const someAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom<Answer>({ verdict: 'approve' }, { verdict: 'reject' }),
  fc.constantFrom(...outcomes).map((outcome): Answer => ({ outcome })),
)
const someStart = fc.record({
  kind: fc.constantFrom(...approvalKinds),
  blind: fc.boolean(),
  maker: fc.nat(4),
  outcome: fc.constantFrom(...outcomes),
})
const someAttempts = fc.array(fc.record({ who: fc.nat(4), answer: someAnswer, withdraw: fc.boolean() }), { maxLength: 25 })

interface Start {
  kind: Standing['kind']
  blind: boolean
  maker: number
  outcome: Outcome
}
interface Attempt {
  who: number
  answer: Answer
  withdraw: boolean
}
interface Played {
  end: Standing
  agreed: Set<number>
  done: number
}

const withStage = (standing: Standing, stage: Standing['stage']): Standing => Object.assign({}, standing, { stage })
const withSecond = (standing: Standing, personId: string, { outcome }: Answer): Standing =>
  Object.assign({}, standing, { stage: 'third', second: { personId, outcome: outcome ?? null } })

/** The approvals room in small: people try whatever they like, the machine judges. */
function play(people: readonly Role[][], start: Start, attempts: readonly Attempt[]): Played {
  const { kind, blind, maker, outcome } = start
  const isDecision = kind === 'decision' || kind === 'bulk'
  let now: Standing = {
    kind,
    stage: 'second',
    blind: blind && kind === 'decision',
    makerId: `p${maker}`,
    outcome: isDecision ? outcome : null,
    second: null,
  }
  const agreed = new Set<number>()
  let done = 0
  for (const { who, answer, withdraw } of attempts) {
    const open = now.stage === 'second' || now.stage === 'third'
    if (withdraw && who === maker && open) now = withStage(now, 'withdrawn')
    const judged = judge(now, { id: `p${who}`, permissions: permissionsOf(people[who] ?? []) }, answer)
    if ('refused' in judged) continue
    if (judged.next === 'ask-third') {
      now = withSecond(now, `p${who}`, answer)
    } else {
      if (judged.next !== 'drop') {
        done += 1
        agreed.add(who)
        if (judged.next === 'do') agreed.add(maker)
        else agreed.add(Number(now.second?.personId.slice(1)))
      }
      now = withStage(now, judged.next === 'drop' ? 'rejected' : 'approved')
    }
  }
  return { end: now, agreed, done }
}

describe('the rules of answering', () => {
  it('let nothing be done that fewer than two people wanted, whatever roles anybody holds and in whatever order they try', () => {
    fc.assert(
      fc.property(somePeople, someStart, someAttempts, (people, start, attempts) => {
        const { end, agreed, done } = play(people, start, attempts)
        expect(done).toBeLessThanOrEqual(1)
        expect(done === 1).toBe(end.stage === 'approved')
        if (done === 1) {
          expect(agreed.size).toBeGreaterThanOrEqual(2)
          const others = [...agreed].filter((who) => who !== start.maker)
          expect(others.some((who) => permissionsOf(people[who] ?? []).includes(permissionFor[start.kind]))).toBe(true)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('end every request that enough people answer', () => {
    fc.assert(
      fc.property(someStart, fc.array(someAnswer, { minLength: 1, maxLength: 6 }), (start, answers) => {
        const manager = permissionsOf(['manager'])
        let now: Standing = { ...start, blind: start.blind && start.kind === 'decision', stage: 'second', makerId: 'maker', second: null }
        if (start.kind === 'blocklistRemoval' || start.kind === 'share') now = { ...now, outcome: null }
        const steps = [
          ...answers,
          { outcome: now.outcome ?? 'Approved' } as Answer,
          { verdict: 'approve' } as Answer,
          { verdict: 'approve' } as Answer,
        ]
        for (const [index, answer] of steps.entries()) {
          const judged = judge(now, { id: `other-${index}`, permissions: manager }, answer)
          if ('refused' in judged) continue
          if (judged.next === 'ask-third') now = withSecond(now, `other-${index}`, answer)
          else now = withStage(now, judged.next === 'drop' ? 'rejected' : 'approved')
        }
        expect(lastApprovalStages).toContain(now.stage)
      }),
      { numRuns: 1000 },
    )
  })

  it('withhold a blind verdict from everybody who may ever answer it', () => {
    fc.assert(
      fc.property(someRoles, (held) => {
        const person = { id: 'other', permissions: permissionsOf(held) }
        const standing: Standing = { kind: 'decision', stage: 'second', blind: true, makerId: 'maker', outcome: 'Approved', second: null }
        const mayAnswer = !('refused' in judge(standing, person, { outcome: 'Approved' }))
        if (mayAnswer) expect(isWithheld(standing, person)).toBe(true)
        expect(isWithheld(standing, { ...person, id: 'maker' })).toBe(false)
        expect(isWithheld({ ...standing, stage: 'third' }, person)).toBe(false)
      }),
    )
  })
})
