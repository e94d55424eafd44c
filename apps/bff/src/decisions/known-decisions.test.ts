import { describe, expect, it } from 'vitest'
import { makeKnownDecisions } from './known-decisions.ts'

const reader = () => {
  const waiting: ((value: { at: number }) => void)[] = []
  return { read: async () => new Promise<{ at: number }>((resolve) => waiting.push(resolve)), waiting }
}

describe('what is remembered of a session’s decisions', () => {
  it('is one object until one of them moves', async () => {
    let reads = 0
    const known = makeKnownDecisions({ read: async () => ({ at: ++reads }), shared: false })
    const first = await known.of('a')
    expect(await known.of('a')).toBe(first)
    known.forget('a')
    expect(await known.of('a')).toEqual({ at: 2 })
  })

  it('is not what was read before a move and arrived after it', async () => {
    const { read, waiting } = reader()
    const known = makeKnownDecisions({ read, shared: false })
    const before = known.of('a')
    known.forget('a')
    waiting[0]?.({ at: 1 })
    expect(await before).toEqual({ at: 1 })
    const after = known.of('a')
    waiting[1]?.({ at: 2 })
    expect(await after).toEqual({ at: 2 })
  })

  it('is nothing where other processes decide too', async () => {
    let reads = 0
    const known = makeKnownDecisions({ read: async () => ({ at: ++reads }), shared: true })
    await known.of('a')
    expect(await known.of('a')).toEqual({ at: 2 })
  })
})
