import type { Ran } from './chore-process.ts'

/** Something that Verdict does in one go and that may be killed anywhere. */
export interface Chore {
  name: string
  /** Sets the scene anew: nothing is left of the round before. */
  prepare: () => Promise<void>
  run: (killAfterMs?: number) => Promise<Ran>
  /** After a kill. `whole`: all of it was done. Otherwise it must be as if it had not begun, or say that it is unfinished. */
  judge: () => Promise<{ whole: boolean; faults: string[] }>
}

export interface Scene {
  folder: string
  /** A house that was used and stands still, and the same as it went on from there. */
  used: string
  later: string
  /** The address of a new, empty database of PostgreSQL; undefined where it is not installed. */
  emptyPostgres?: (() => Promise<string>) | undefined
}

export interface Tally {
  name: string
  kills: number
  /** How many of the kills found it unfinished. */
  unfinished: number
  faults: string[]
}

/** Kills it so many times at random points. Every third time that it is left unfinished it is run to its end. */
export const killOften = async (chore: Chore, kills: number, random: () => number = Math.random): Promise<Tally> => {
  const tally: Tally = { name: chore.name, kills: 0, unfinished: 0, faults: [] }
  const blame = (when: string, faults: readonly string[]) => tally.faults.push(...faults.map((fault) => `${chore.name}, ${when}: ${fault}`))
  const toTheEnd = async (when: string): Promise<number> => {
    const { code, ms, said } = await chore.run()
    if (code !== 0) blame(when, [`it ended with ${code}: ${said.trim()}`])
    const { whole, faults } = await chore.judge()
    blame(when, whole ? faults : [...faults, 'it is not whole'])
    await chore.prepare()
    return ms
  }
  await chore.prepare()
  const tookMs = await toTheEnd('undisturbed')
  while (tally.kills < kills) {
    const afterMs = tookMs * (0.15 + 0.9 * random())
    const { code } = await chore.run(afterMs)
    if (code === null) tally.kills += 1
    const { whole, faults } = await chore.judge()
    blame(`killed after ${afterMs.toFixed(0)} ms`, faults)
    if (whole) await chore.prepare()
    else if ((tally.unfinished += 1) % 3 === 0) await toTheEnd('run again')
  }
  return tally
}
