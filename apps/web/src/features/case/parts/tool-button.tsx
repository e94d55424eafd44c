import { Tooltip, UnstyledButton } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import { ariaKeys } from '../../../lib/keys/key-names.ts'
import classes from './tool-button.module.css'

interface Props {
  label: string
  keys?: string
  icon: TablerIcon
  onClick: () => void
  onFocus?: (() => void) | undefined
  pressed?: boolean
}

/** A tool for looking at pictures: an icon whose name and key stand in its tooltip. */
export function ToolButton({ label, keys, icon: Icon, pressed, ...on }: Props) {
  return (
    <Tooltip label={keys === undefined ? label : `${label} · ${keys.toUpperCase()}`}>
      <UnstyledButton className={classes.tool} aria-label={label} aria-keyshortcuts={keys && ariaKeys(keys)} aria-pressed={pressed} {...on}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  )
}
