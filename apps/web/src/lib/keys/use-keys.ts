import { useEffect, useLayoutEffect, useRef } from 'react'
import { without } from '../without.ts'
import { useKeyStore } from './keys-provider.tsx'
import type { KeyBinding, KeyGroup } from './keys.types.ts'

/**
 * Adds keys to the page while the calling part is shown. The bindings may be made anew at every render; the
 * list of keys is announced again only when keys, labels or `enabled` change.
 */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const store = useKeyStore()
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  const shape = JSON.stringify(bindings.map((binding) => without(binding, 'run')))
  useEffect(() => {
    const group: KeyGroup = {
      title,
      bindings: latest.current.map((binding, index) => ({
        ...binding,
        run: (event) => {
          latest.current[index]?.run(event)
        },
      })),
    }
    return store.add(group)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `shape` stands for the bindings, which are new at every render
  }, [store, title, shape])
}
