import type { Cast } from './cast.ts'
import { documentOf, withMrz } from './documents/document.ts'
import type { Country } from './people/country.ts'
import { countryOf } from './people/countries.ts'
import { namesOf } from './people/names.ts'
import { deviceOf } from './people/device.ts'
import { fullName, nameOf, personOf } from './people/person.ts'
import { Dice } from './random.ts'
import type { PlayedScenario } from './scenarios/scenario.ts'
import type { SessionIds } from './session-id.ts'
import type { SessionPlan } from './session.plan.ts'
import type { SessionStatus } from './types.ts'
import type { WorkflowPlan } from './workflows.ts'
import { WORKFLOWS, workflowGroupId, workflowOf } from './workflows.ts'
import { companyOf } from './people/company.ts'

/** How far down a reference is searched before it is given up. */
const REACH = 400

export interface Casting {
  cast(index: number): Cast
  /** The cheap part of a cast, without people and papers. */
  workflow(index: number): WorkflowPlan
  workflowId(index: number): string
  vendorData(index: number): string | null
  name(index: number): string | null
  country(index: number): string | null
}

interface Stage {
  seed: number
  epoch: number
  ids: SessionIds
  plan: SessionPlan
}

/** Chooses workflow, person, papers and device of any session, always the same for the same seed. */
export function casting({ seed, epoch, ids, plan }: Stage): Casting {
  const groupIds = new Map(WORKFLOWS.map((entry) => [entry.key, workflowGroupId(seed, entry.key)]))
  const drawn = {
    user: weighted(WORKFLOWS.filter((entry) => entry.kind === 'user')),
    business: weighted(WORKFLOWS.filter((entry) => entry.kind === 'business')),
  }

  const twinOf = (index: number): number | undefined => {
    if (plan.scenario(index).twin !== true || index === 0) return undefined
    const dice = new Dice(seed, index)
    let candidate = index - 1 - (dice.bits('twin') % Math.min(index, 300))
    for (let step = 0; step < REACH && candidate >= 0; step++, candidate--) {
      if (plan.kind(candidate) !== 'user' || plan.status(candidate) !== 'Approved') continue
      if (plan.scenario(candidate).twin !== true && plan.ring(candidate).length === 0) return candidate
    }
    return undefined
  }
  /** The session whose draws name the person: an older one for twins. */
  const rootOf = (index: number): number => twinOf(index) ?? index

  const workflow = (index: number): WorkflowPlan => {
    const dice = new Dice(seed, index)
    const keys = plan.scenario(index).workflow
    return keys === undefined ? dice.pick('workflow', drawn[plan.kind(index)]) : workflowOf(dice.pick('workflow', keys))
  }
  const countryFor = (index: number): Country => {
    const root = rootOf(index)
    // A ring is one person under several names, so its first member decides.
    const anchor = plan.ring(root)[0] ?? root
    const dice = new Dice(seed, anchor)
    const own = plan.scenario(anchor).countries
    if (own !== undefined) return countryOf(dice.pick('country', own))
    const { kind, countries } = workflow(anchor)
    // A company's own people are drawn with the company; its cast only needs somebody.
    if (kind === 'business') return countryOf('GBR')
    return countryOf(countries[Math.floor(dice.unit('country') ** 1.7 * countries.length)] ?? 'GBR')
  }
  const ran = (index: number): readonly string[] => {
    const { features } = workflow(index)
    const scenario = plan.scenario(index)
    return features.slice(0, ranCount(new Dice(seed, index), plan.status(index), features.length, scenario))
  }
  const vendorData = (index: number): string | null => {
    const fixed = plan.scenario(index).vendorData
    if (fixed !== undefined) return fixed
    const dice = new Dice(seed, index)
    const roll = dice.unit('vendor')
    if (plan.kind(index) === 'business') return `merchant-${dice.digits('vendor', 6)}`
    if (roll < 0.04) return null
    if (roll < 0.5) return `cus_${dice.letters('vendor', 6)}${dice.digits('vendor', 4)}`
    return roll < 0.8 ? dice.uuid('vendor') : `customer-${dice.digits('vendor', 7)}`
  }

  const cast = (index: number): Cast => {
    const scenario = plan.scenario(index)
    const dice = new Dice(seed, index)
    const twin = twinOf(index)
    const root = rootOf(index)
    const members = plan.ring(index)
    const country = countryFor(index)
    const person = personOf(seed, root, country, epoch)
    const first = members[0]
    if (first !== undefined && first !== index) {
      const lead = personOf(seed, first, countryFor(first), epoch)
      person.face = lead.face
      person.sex = lead.sex
      person.birth = `${lead.birth.slice(0, 4)}${person.birth.slice(4)}`
      const names = namesOf(country.culture)
      person.given = dice.pick('ringname', lead.sex === 'M' ? names.men : names.women)
      person.phone = lead.phone
    }
    const made: Cast = {
      seed,
      index,
      dice,
      sessionId: ids.of(index),
      kind: plan.kind(index),
      number: plan.number(index),
      status: plan.status(index),
      createdAt: plan.createdAt(index),
      epoch,
      scenario,
      workflow: workflow(index),
      workflowId: groupIds.get(workflow(index).key) ?? '',
      vendorData: vendorData(index),
      person,
      document: documentOf(new Dice(seed, root), person, plan.createdAt(root), scenario.document ?? {}),
      device: deviceOf(new Dice(seed, first ?? index), country),
      script: scenario.native === true ? 'native' : 'latin',
      ran: ran(index),
      twin,
      ring: members.filter((member) => member !== index),
      other: cast,
      older: (field, test, wanted) => {
        let candidate = index - 1 - (dice.bits(field) % Math.max(1, Math.min(index, 200)))
        for (let step = 0; step < REACH && candidate >= 0; step++, candidate--) {
          if (plan.kind(candidate) !== 'user') continue
          if (wanted !== undefined && workflow(candidate).key !== wanted) continue
          const found = cast(candidate)
          if (test(found)) return found
        }
        return undefined
      },
    }
    if (scenario.cast !== undefined) {
      scenario.cast(made)
      made.document = withMrz(made.document, made.person)
    }
    return made
  }

  const identified = (index: number): boolean => {
    const { features } = workflow(index)
    const count = ranCount(new Dice(seed, index), plan.status(index), features.length, plan.scenario(index))
    return count > features.indexOf('ID_VERIFICATION')
  }
  return {
    cast,
    workflow,
    workflowId: (index) => groupIds.get(workflow(index).key) ?? '',
    vendorData,
    name: (index) => {
      if (plan.kind(index) === 'business') {
        return plan.scenario(index).companyName ?? companyOf(seed, index, workflow(index)).name
      }
      if (!identified(index)) return null
      if (plan.scenario(index).renames === true || plan.ring(index).length > 0) {
        const made = cast(index)
        return fullName(made.person, made.script)
      }
      const script = plan.scenario(index).native === true ? 'native' : 'latin'
      return fullName(nameOf(new Dice(seed ^ 0x9e11, rootOf(index)), countryFor(index)), script)
    },
    country: (index) => {
      if (plan.kind(index) === 'business') return companyOf(seed, index, workflow(index)).country
      return identified(index) ? countryFor(index).alpha3 : null
    },
  }
}

/** How many of the workflow's features have run when a session stands at this status. */
function ranCount(dice: Dice, status: SessionStatus, features: number, scenario: PlayedScenario): number {
  if (status === 'Not Started' || status === 'Expired') return 0
  if (scenario.done !== undefined) return Math.min(features, scenario.done)
  if (status === 'In Progress' || status === 'Abandoned') return dice.int('done', 1, Math.max(1, features - 1))
  return status === 'Awaiting User' ? Math.min(features, 3) : features
}

function weighted(plans: readonly WorkflowPlan[]): WorkflowPlan[] {
  return plans.flatMap((plan) => Array.from({ length: plan.weight }, () => plan))
}
