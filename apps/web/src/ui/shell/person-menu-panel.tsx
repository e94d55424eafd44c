import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { lettersSetting, useLettersOn } from '../../lib/keys/letters-setting.ts'
import { useMe } from '../../lib/me.ts'
import { useSignOut } from '../../lib/sign-out.ts'
import { roleNames } from '../role-names.ts'
import { PersonButton } from './person-button.tsx'

const PasswordDialog = lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog }))

const schemes = [
  { scheme: 'light', label: 'Light' },
  { scheme: 'dark', label: 'Dark' },
  { scheme: 'auto', label: 'As the machine' },
] as const satisfies { scheme: MantineColorScheme; label: string }[]

/** The menu behind the person's name; it arrives with the first press and is open then. */
export function PersonMenuPanel({ compact }: { compact: boolean }) {
  const me = useMe()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const [changing, setChanging] = useState(false)
  const lettersOn = useLettersOn()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const role = me.roles.map((each) => roleNames[each]).join(', ')
  return (
    <>
      <Menu defaultOpened position="bottom-end" width={232} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <PersonButton compact={compact} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.name}, {role}
            <br />
            {me.email}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Label>Theme</Menu.Label>
          <Menu.RadioGroup
            value={colorScheme}
            onChange={(scheme) => {
              const chosen = schemes.find((each) => each.scheme === scheme)
              if (chosen) setColorScheme(chosen.scheme)
            }}
          >
            {schemes.map(({ scheme, label }) => (
              <Menu.RadioItem key={scheme} value={scheme}>
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.CheckboxItem
            checked={lettersOn}
            onChange={(on) => {
              lettersSetting.set(on)
            }}
          >
            Single-letter keys
          </Menu.CheckboxItem>
          <Menu.Item leftSection={<IconUserCircle size={16} stroke={1.75} aria-hidden />} onClick={() => void navigate({ to: '/account' })}>
            My account
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={16} stroke={1.75} aria-hidden />}
            onClick={() => {
              setChanging(true)
            }}
          >
            Change my password
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={signOut}>
            Sign out
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Version {me.version}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {changing ? (
        <Suspense>
          <PasswordDialog
            onClose={() => {
              setChanging(false)
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
