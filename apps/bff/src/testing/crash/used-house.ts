import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { decide, oneSession } from '../../decisions/testing/decision-desk.ts'
import { makeHouse } from '../make-house.ts'

/** A house in which something happened, and the same as it went on: two files that nobody has open. */
export const furnish = async (folder: string, sessions: number): Promise<{ used: string; later: string }> => {
  const [used, later] = [join(folder, 'used.sqlite'), join(folder, 'later.sqlite')]
  const work = async (file: string, fill: boolean): Promise<void> => {
    const house = await makeHouse({ file, store: 'sqlite', sessions })
    const reviewer = await house.signIn('reviewer')
    if (fill) await house.deps.index.reconcile()
    await decide(house, reviewer, await oneSession(house))
    await house.deps.settled()
    await house.close()
  }
  await work(used, true)
  copyFileSync(used, later)
  await work(later, false)
  return { used, later }
}
