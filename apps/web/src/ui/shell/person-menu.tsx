import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs'
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import { lettersSetting, useLettersOn } from '../../lib/keys/letters-setting.ts'
import { useMe } from '../../lib/me.ts'
import { useSignOut } from '../../lib/sign-out.ts'
import { Initials } from '../initials.tsx'
import { roleNames } from '../role-names.ts'
import styles from './top-bar.module.css'

const schemes = [
  { scheme: 'light', label: 'Light', icon: IconSun },
  { scheme: 'dark', label: 'Dark', icon: IconMoon },
  { scheme: 'auto', label: 'As the machine', icon: IconDeviceDesktop },
] as const satisfies { scheme: MantineColorScheme; label: string; icon: typeof IconSun }[]

/** Who is signed in; theme, letters and sign out. `compact` is the disc alone, for the case header. */
export function PersonMenu({ compact = false }: { compact?: boolean }) {
  const me = useMe()
  const signOut = useSignOut()
  const lettersOn = useLettersOn()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const role = me.roles.map((each) => roleNames[each]).join(', ')
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <button type="button" className={styles.person} aria-label={`${me.name}, ${role}: settings and sign out`}>
          <Initials name={me.name} me />
          {!compact && (
            <span className={styles.personWords}>
              {me.name} <span className={styles.role}>{role}</span>
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}, {role}
          <br />
          {me.email}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        {schemes.map(({ scheme, label, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
            rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : undefined}
            onClick={() => {
              setColorScheme(scheme)
            }}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={lettersOn}
          leftSection={<IconKeyboard size={16} stroke={1.75} aria-hidden />}
          rightSection={lettersOn ? <IconCheck size={16} aria-hidden /> : undefined}
          onClick={() => {
            lettersSetting.set(!lettersOn)
          }}
        >
          Single-letter keys
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={signOut}>
          Sign out
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Version {me.version}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
