import { useState } from 'react'
import type { ListedHit } from './hit-groups.ts'

/** Several hits chosen to be answered together; a range goes from the one chosen last. */
export function useHitChoice(hits: readonly ListedHit[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  const chosen = hits.filter(({ key }) => keys.has(key))
  return {
    chosen,
    keys: new Set(chosen.map(({ key }) => key)) as ReadonlySet<string>,
    clear: () => {
      setKeys(new Set())
      setAnchor(null)
    },
    choose: ({ key }: ListedHit, range: boolean) => {
      const next = new Set(keys)
      const [from, to] = [hits.findIndex((item) => item.key === anchor), hits.findIndex((item) => item.key === key)]
      if (range && from >= 0) {
        for (const item of hits.slice(Math.min(from, to), Math.max(from, to) + 1)) if (item.hit.id !== null) next.add(item.key)
      } else if (!next.delete(key)) next.add(key)
      setKeys(next)
      setAnchor(key)
    },
    all: () => setKeys(new Set(hits.filter(({ hit }) => hit.id !== null).map(({ key }) => key))),
  }
}
