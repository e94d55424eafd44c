import { describe, expect, it } from 'vitest'
import { makeBackgroundTasks } from './background-tasks.ts'

describe('work after an answer', () => {
  it('waits for a calm moment, but not for one that does not come', async () => {
    const done: number[] = []
    const tasks = makeBackgroundTasks(() => undefined)
    for (let turn = 0; turn < 3; turn += 1) tasks.calmly(async () => void done.push(turn))
    expect(done).toEqual([])
    await tasks.idle()
    expect(done).toEqual([0, 1, 2])
  })

  it('goes on when one of them fails, and tells it', async () => {
    const failures: unknown[] = []
    const done: string[] = []
    const tasks = makeBackgroundTasks((error) => failures.push(error))
    const fault = new Error('no room')
    tasks.calmly(() => Promise.reject(fault))
    tasks.calmly(async () => void done.push('next'))
    tasks.run(() => Promise.reject(fault))
    await tasks.idle()
    expect(failures).toEqual([fault, fault])
    expect(done).toEqual(['next'])
  })

  it('is waited for as long as work begets work', async () => {
    const done: string[] = []
    const tasks = makeBackgroundTasks(() => undefined)
    tasks.run(async () => tasks.calmly(async () => tasks.run(async () => void done.push('last'))))
    await tasks.idle()
    expect(done).toEqual(['last'])
  })
})
