import { describe, expect, it } from 'vitest'
import { inGroups } from './in-groups.ts'

const writer = () => {
  const groups: number[][] = []
  let release = (): void => undefined
  const write = async (items: readonly number[]) => {
    groups.push([...items])
    await new Promise<void>((resolve) => (release = resolve))
    if (items.includes(13)) throw new Error('thirteen')
    return items.map((item) => item * 2)
  }
  return { groups, write, release: () => release() }
}
const turn = async () => new Promise((resolve) => setTimeout(resolve))

describe('work in groups', () => {
  it('writes together what came while it wrote, at most so many, and answers each with its own', async () => {
    const { groups, write, release } = writer()
    const put = inGroups(write, 3)
    const first = put(1)
    await turn()
    const others = Promise.all([2, 3, 4, 5].map(put))
    for (let group = 0; group < 3; group += 1) {
      await turn()
      release()
    }
    expect([await first, ...(await others)]).toEqual([2, 4, 6, 8, 10])
    expect(groups).toEqual([[1], [2, 3, 4], [5]])
  })

  it('fails nobody but the one whose item cannot be written', async () => {
    const { groups, write, release } = writer()
    const put = inGroups(write, 10)
    const all = Promise.allSettled([1, 13, 2].map(put))
    for (let group = 0; group < 4; group += 1) {
      await turn()
      release()
    }
    expect((await all).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([2, 'Error: thirteen', 4])
    expect(groups).toEqual([[1, 13, 2], [1], [13], [2]])
  })
})
