import { useNavigate } from '@tanstack/react-router'
import { useKeys } from '../../lib/keys/use-keys.ts'
import { useMay } from '../../lib/me.ts'
import { useOverlays } from './overlays.tsx'
import { railItems } from './rail-items.ts'

/** Keys that exist on every page behind the sign-in. */
export function useShellKeys(): void {
  const { show } = useOverlays()
  const navigate = useNavigate()
  const may = useMay()
  useKeys('Everywhere', [
    {
      keys: ['mod+k'],
      label: 'Search and commands',
      inFields: true,
      run: () => {
        show('palette')
      },
    },
    {
      keys: ['?'],
      label: 'This list',
      run: () => {
        show('keys')
      },
    },
    ...railItems
      .filter((item) => may(item.needs))
      .map((item) => ({ keys: [`g ${item.letter}`], label: item.label, run: () => void navigate({ to: item.to }) })),
  ])
}
