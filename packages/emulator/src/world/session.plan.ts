import { planAges } from './plan.ages.ts'
import { hash32, unit } from './random.ts'
import type { PlayedScenario } from './scenarios/scenario.ts'
import type { SessionKind, SessionStatus } from './types.ts'

/** Positions of the businesses and of the fraud rings repeat per block of this many sessions. */
const BLOCK = 50
const BUSINESSES_PER_BLOCK = 3
const RING_BLOCK = 400
const RING_SIZE = 4
/** Of companies, fewer wait than of people. */
const WAITING_FACTOR = { user: 1.055, business: 0.15 } as const

type Mix = readonly (readonly [SessionStatus, number])[]

const RECENT: Mix = [
  ['Approved', 0.68],
  ['Declined', 0.13],
  ['Awaiting User', 0.06],
  ['Resubmitted', 0.05],
  ['In Progress', 0.05],
  ['Not Started', 0.03],
]
const SETTLED: Mix = [
  ['Approved', 0.76],
  ['Declined', 0.13],
  ['Abandoned', 0.05],
  ['Expired', 0.04],
  ['Kyc Expired', 0.02],
]

/** What is decided about session `index` before any of its data: its kind, status, scenario, number and age. */
export interface SessionPlan {
  kind(index: number): SessionKind
  number(index: number): number
  createdAt(index: number): number
  status(index: number): SessionStatus
  scenario(index: number): PlayedScenario
  /** Indexes of the sessions which share face, device and phone with this one, itself included, oldest first; empty outside a ring. */
  ring(index: number): number[]
}

type Table = ReadonlyMap<string, readonly PlayedScenario[]>

/** 256 slots per kind and status, filled by weight, so that a draw is one look-up. */
function drawTables(scenarios: readonly PlayedScenario[]): Table {
  const tables = new Map<string, PlayedScenario[]>()
  for (const kind of ['user', 'business'] as const) {
    for (const status of new Set<SessionStatus>(['In Review', ...[...RECENT, ...SETTLED].map(([name]) => name)])) {
      const weighted = scenarios
        .filter((scenario) => scenario.kind === kind)
        .map((scenario) => ({ scenario, weight: weightFor(scenario, status) }))
        .filter((entry) => entry.weight > 0)
      const total = weighted.reduce((sum, entry) => sum + entry.weight, 0)
      const slots: PlayedScenario[] = []
      for (const { scenario, weight } of weighted) {
        const count = Math.max(1, Math.round((weight / total) * 256))
        for (let i = 0; i < count; i++) slots.push(scenario)
      }
      tables.set(`${kind}/${status}`, slots)
    }
  }
  return tables
}

/** A case that once waited for a human was later approved or declined by one: those sessions keep its warnings. */
function weightFor(scenario: PlayedScenario, status: SessionStatus): number {
  if (scenario.status === status) return scenario.weight
  if (scenario.status !== 'In Review') return 0
  if (status === 'Approved') return scenario.weight * 0.02
  return status === 'Declined' ? scenario.weight * 0.25 : 0
}

/**
 * The newest `scenarios.length` sessions play each scenario once; older ones draw. Six in a hundred are businesses.
 * At 600 sessions: 30 days, the newest two minutes old; 146 to 160 wait (8 to 11 of them companies), 82 to 86 % for less than
 * 4 h, 10 to 15 % for 4 to 9 h, 3 to 4 % for up to 30 h, none longer; what is under way is at most 3.5 days old.
 * At 1,000,000: two years, 18,400 wait in the same shape. Every 400 older sessions hold one ring of four.
 */
export function planSessions(seed: number, size: number, epoch: number, scenarios: readonly PlayedScenario[]): SessionPlan {
  const tables = drawTables(scenarios)
  const staged = Math.min(scenarios.length, size)
  const older = size - staged
  const stagedAt = (index: number): PlayedScenario => at(scenarios, size - 1 - index)
  const ages = planAges(size, staged, scenarios.slice(0, staged).filter((scenario) => scenario.status === 'In Review').length)

  const businessesIn = rememberLast((block: number): number[] => {
    const width = Math.floor(BLOCK / BUSINESSES_PER_BLOCK)
    return Array.from({ length: BUSINESSES_PER_BLOCK }, (_, i) => block * BLOCK + i * width + (hash32(seed, block, 11 + i) % width))
  })
  const kind = (index: number): SessionKind => {
    if (index >= older) return stagedAt(index).kind
    return businessesIn(Math.floor(index / BLOCK)).includes(index) ? 'business' : 'user'
  }
  /** Businesses with an index below this one. */
  const businessesBefore = (index: number): number => {
    const upTo = Math.min(index, older)
    const block = Math.floor(upTo / BLOCK)
    let count = block * BUSINESSES_PER_BLOCK + businessesIn(block).filter((spot) => spot < upTo).length
    for (let i = older; i < index; i++) if (stagedAt(i).kind === 'business') count++
    return count
  }
  const ringIn = rememberLast((block: number): number[] => {
    const start = block * RING_BLOCK
    if (start + RING_BLOCK > older) return []
    const width = RING_BLOCK / RING_SIZE
    return Array.from({ length: RING_SIZE }, (_, i) => {
      let spot = start + i * width + (hash32(seed, block, 41 + i) % (width - 5))
      while (kind(spot) === 'business') spot++
      return spot
    })
  })
  const ringOf = (index: number): number[] => {
    if (index >= older) {
      const name = stagedAt(index).ring
      if (name === undefined) return []
      const members: number[] = []
      for (let i = older; i < size; i++) if (stagedAt(i).ring === name) members.push(i)
      return members
    }
    const members = ringIn(Math.floor(index / RING_BLOCK))
    return members.includes(index) ? [...members] : []
  }
  const ringScenarios = scenarios.filter((scenario) => scenario.ring !== undefined)

  const status = (index: number): SessionStatus => {
    if (index >= older) return stagedAt(index).status
    const rank = size - 1 - index
    const own = kind(index)
    if (unit(seed, index, 21) < ages.waiting(rank) * WAITING_FACTOR[own]) return 'In Review'
    let rest = unit(seed, index, 22)
    for (const [name, part] of rank < ages.underWay ? RECENT : SETTLED) {
      rest -= part
      if (rest < 0) return possible(name, own)
    }
    return 'Approved'
  }

  return {
    kind,
    status,
    ring: ringOf,
    number: (index) => (kind(index) === 'business' ? businessesBefore(index) + 1 : index - businessesBefore(index) + 1),
    createdAt: (index) => Math.floor(epoch - ages.age(size - 1 - index + unit(seed, index, 23))),
    scenario: (index) => {
      if (index >= older) return stagedAt(index)
      const chosen = status(index)
      const suspected = chosen === 'In Review' || chosen === 'Declined'
      const position = suspected ? ringOf(index).indexOf(index) : -1
      if (position >= 0 && position < ringScenarios.length) return at(ringScenarios, ringScenarios.length - 1 - position)
      const slots = tables.get(`${kind(index)}/${chosen}`) ?? []
      return at(slots, hash32(seed, index, 25) % slots.length)
    },
  }
}

/** People's sessions never wait for others, and companies do not expire. */
function possible(status: SessionStatus, kind: SessionKind): SessionStatus {
  return status === (kind === 'business' ? 'Kyc Expired' : 'Awaiting User') ? 'Approved' : status
}

function at<T>(list: readonly T[], position: number): T {
  const item = list[position]
  if (item === undefined) throw new RangeError(`no entry ${position} among ${list.length}`)
  return item
}

/** Sessions are mostly asked for in order, so the last block answers nearly every question. */
function rememberLast(make: (block: number) => number[]): (block: number) => number[] {
  let last = -1
  let made: number[] = []
  return (block) => {
    if (block !== last) {
      made = make(block)
      last = block
    }
    return made
  }
}
