import { useMantineColorScheme } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs'
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useKeyGroups } from '../../lib/keys/keys-provider.tsx'
import { lettersSetting, useLettersOn } from '../../lib/keys/letters-setting.ts'
import { useMay } from '../../lib/me.ts'
import { viewsQuery } from '../../lib/shared.queries.ts'
import { useSignOut } from '../../lib/sign-out.ts'
import { viewAddress } from '../../lib/view-address.ts'
import { useOverlays } from '../../ui/shell/overlays.tsx'
import { railItems } from '../../ui/shell/rail-items.ts'
import { commandIcon } from './command-icons.ts'

export interface Command {
  id: string
  label: string
  group: string
  icon: TablerIcon
  keys?: string
  run: () => void
}

/** Everything that can be done from here: the page's own keys, the pages, the settings. */
export function useCommands(): Command[] {
  const groups = useKeyGroups()
  const navigate = useNavigate()
  const may = useMay()
  const signOut = useSignOut()
  const lettersOn = useLettersOn()
  const { setColorScheme } = useMantineColorScheme()
  const { show } = useOverlays()
  const saved = useQuery({ ...viewsQuery, enabled: may('sessions.read') })

  const ofPage = groups.toReversed().flatMap(({ title, bindings }): Command[] =>
    bindings.flatMap((binding) => {
      const [first] = binding.keys
      if (binding.hidden || binding.moves || binding.enabled === false || first === undefined || first.startsWith('g ')) return []
      return [
        {
          id: `${title} ${first}`,
          label: binding.label,
          group: title,
          icon: commandIcon(binding.label),
          keys: first,
          run: () => {
            binding.run(new KeyboardEvent('keydown', { key: first }))
          },
        },
      ]
    }),
  )
  const pages = railItems
    .filter((item) => may(item.needs))
    .map((item): Command => ({
      id: item.to,
      label: item.label,
      group: 'Pages',
      icon: item.icon,
      keys: `g ${item.letter}`,
      run: () => void navigate({ to: item.to }),
    }))
  const views = (saved.data?.views ?? []).map((view): Command => ({
    id: `view ${view.id}`,
    label: view.mine ? view.name : `${view.name}, by ${view.by.name}`,
    group: 'Views',
    icon: IconBookmark,
    run: () => void navigate({ href: viewAddress(view.search) }),
  }))
  const settings: Command[] = [
    {
      id: 'account',
      label: 'My account: password, second factor, sign-ins',
      group: 'Settings',
      icon: IconUserCircle,
      run: () => void navigate({ to: '/account' }),
    },
    {
      id: 'light',
      label: 'Light theme',
      group: 'Settings',
      icon: IconSun,
      run: () => {
        setColorScheme('light')
      },
    },
    {
      id: 'dark',
      label: 'Dark theme',
      group: 'Settings',
      icon: IconMoon,
      run: () => {
        setColorScheme('dark')
      },
    },
    {
      id: 'letters',
      label: lettersOn ? 'Turn single-letter keys off' : 'Turn single-letter keys on',
      group: 'Settings',
      icon: IconKeyboard,
      run: () => {
        lettersSetting.set(!lettersOn)
      },
    },
    {
      id: 'keys',
      label: 'List of keys',
      group: 'Settings',
      icon: IconKeyboard,
      keys: '?',
      run: () => {
        show('keys')
      },
    },
    { id: 'out', label: 'Sign out', group: 'Settings', icon: IconLogout, run: signOut },
  ]
  return [...ofPage.filter((command) => command.keys !== '?' && command.keys !== 'mod+k'), ...pages, ...views, ...settings]
}
