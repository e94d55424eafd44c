import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

type Overlay = 'palette' | 'keys' | null

interface Overlays {
  open: Overlay
  show: (overlay: Overlay) => void
}

const OverlaysContext = createContext<Overlays | null>(null)

/** Which of the shell's own overlays is open: the palette or the list of keys. */
export function OverlaysProvider({ children }: { children: ReactNode }) {
  const [open, show] = useState<Overlay>(null)
  const value = useMemo(() => ({ open, show }), [open])
  return <OverlaysContext value={value}>{children}</OverlaysContext>
}

export function useOverlays(): Overlays {
  const value = useContext(OverlaysContext)
  if (!value) throw new Error('useOverlays needs an OverlaysProvider above it')
  return value
}
