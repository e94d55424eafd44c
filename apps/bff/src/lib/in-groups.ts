import { setImmediate } from 'node:timers/promises'

interface Waiting<In, Out> {
  item: In
  resolve: (out: Out) => void
  reject: (error: unknown) => void
}

/**
 * Many callers, few writes: what arrives while one write is under way is written together by the next. Each caller
 * hears of its own item. A group that fails is tried one by one, so that one bad item fails nobody else's.
 */
export function inGroups<In, Out>(write: (items: readonly In[]) => Promise<readonly Out[]>, most: number): (item: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = []
  let writing = false

  const writeGroup = async (group: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const outs = await write(group.map(({ item }) => item))
      for (const [index, { resolve, reject }] of group.entries()) {
        const out = outs[index]
        if (out === undefined) reject(new Error('a group was written without an answer for each'))
        else resolve(out)
      }
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      else for (const one of group) await writeGroup([one])
    }
  }

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Whoever has arrived by now comes along.
      await setImmediate()
      await writeGroup(waiting.splice(0, most))
    }
    writing = false
  }

  return async (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (writing) return
      writing = true
      void writeAll()
    })
}
