const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

/** Parts of what waits, youngest first: until which age, and how many of the sessions drawn in between wait. */
const SHIFTS = [
  { part: 0.85, until: 4 * HOUR, share: 0.7 },
  { part: 0.12, until: 9 * HOUR, share: 0.35 },
  { part: 0.03, until: 30 * HOUR, share: 0.1 },
]
const YOUNGEST = 2 * MINUTE
/** What is under way, or was sent back to the person, is no older than this. */
const UNDER_WAY = 3.5 * DAY

/** How old sessions are, by rank: 0 is the newest. */
export interface PlanAges {
  /** Milliseconds before the epoch; grows with the rank, which may be a fraction. */
  age(rank: number): number
  /** Chance that a drawn session of this rank waits for a human. */
  waiting(rank: number): number
  /** Ranks below this may still be under way. */
  underWay: number
}

interface Stretch {
  from: number
  to: number
  young: number
  old: number
  waiting: number
}

/** About a quarter of a demo-sized world waits for a human; a million sessions keep about two in a hundred. */
function waitingShare(size: number): number {
  return size <= 2000 ? 0.25 : 0.25 * (2000 / size) ** 0.42
}

/** Thirty days for a demo-sized world, two years for a million. */
function spanOf(size: number): number {
  return DAY * Math.min(730, 30 * Math.max(1, size / 600) ** 0.43)
}

/** Spreads those who wait evenly within each shift. The `staged` newest have their status given; `stagedWaiting` of them wait. */
export function planAges(size: number, staged: number, stagedWaiting: number): PlanAges {
  const wanted = Math.max(waitingShare(size) * size, stagedWaiting * 1.1)
  const stretches: Stretch[] = []
  let rank = 0
  let counted = 0
  let young = YOUNGEST
  const stretch = (count: number, perSession: number, old: number): void => {
    const to = rank + count / perSession
    stretches.push({ from: rank, to, young, old, waiting: perSession })
    counted += count
    rank = to
    young = old
  }
  for (const { part, until, share } of SHIFTS) {
    const whole = part * wanted
    const given = Math.min(whole, Math.max(0, stagedWaiting - counted))
    const pause = young + ((until - young) * given) / whole
    if (given > 0) stretch(given, stagedWaiting / staged, pause)
    if (given < whole) stretch(whole - given, share, until)
  }
  const end = rank
  const rest = Math.max(1, size - end)
  const span = spanOf(size)

  const at = (place: number): Stretch | undefined => stretches.find((entry) => place < entry.to)
  const age = (place: number): number => {
    const found = at(place)
    if (found === undefined) {
      const u = (place - end) / rest
      return young + (span - young) * (0.05 * u + 0.95 * u ** 2)
    }
    return found.young + ((found.old - found.young) * (place - found.from)) / (found.to - found.from)
  }
  return { age, waiting: (place) => at(place)?.waiting ?? 0, underWay: firstRank(size, (place) => age(place) > UNDER_WAY) }
}

/** The first whole number that passes, for a test that keeps passing from there on; `size` when none does. */
function firstRank(size: number, passes: (rank: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}
