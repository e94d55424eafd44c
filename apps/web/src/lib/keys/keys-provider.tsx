import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { createKeyDispatch } from './key-dispatch.ts'
import { createKeyStore, type KeyStore } from './key-store.ts'
import type { KeyGroup } from './keys.types.ts'

const KeysContext = createContext<KeyStore | null>(null)

/** Listens once for the whole page; pages add their keys with `useKeys`. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createKeyStore)
  useEffect(() => {
    const dispatch = createKeyDispatch(store)
    document.addEventListener('keydown', dispatch)
    return () => {
      document.removeEventListener('keydown', dispatch)
    }
  }, [store])
  return <KeysContext value={store}>{children}</KeysContext>
}

export function useKeyStore(): KeyStore {
  const store = useContext(KeysContext)
  if (!store) throw new Error('useKeys needs a KeysProvider above it')
  return store
}

/** The keys that exist now, for the key list and the palette. */
export function useKeyGroups(): readonly KeyGroup[] {
  const store = useKeyStore()
  return useSyncExternalStore(store.subscribe, store.groups)
}
