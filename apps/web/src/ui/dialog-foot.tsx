import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useReturnFocus } from '../lib/return-focus.ts'
import { KeyHint } from './key-hint.tsx'
import styles from './dialog-foot.module.css'

interface Props {
  onCancel: () => void
  /** What sending does, with its object: "Change password". */
  verb: ReactNode
  pending?: boolean
  disabled?: boolean
  /** Of the sending button, where it takes something away. */
  color?: ButtonProps['color']
  /** True keeps the foot in sight while a long dialog scrolls. */
  stay?: boolean
  className?: string | undefined
  /** Words at the left: what sending would do. */
  children?: ReactNode
}

/** Foot of a dialog's form: Cancel, and the verb that sends it, with their keys. The form has `submitKey`. */
export function DialogFoot({ onCancel, verb, pending = false, disabled = false, color, stay = false, className = '', children }: Props) {
  useReturnFocus()
  return (
    <div className={`${styles.foot} ${stay ? styles.stay : ''} ${className}`}>
      {children ? <div className={styles.words}>{children}</div> : null}
      <Button variant="default" onClick={onCancel} rightSection={<KeyHint keys="Escape" />}>
        Cancel
      </Button>
      <Button
        type="submit"
        loading={pending}
        disabled={disabled}
        {...(color === undefined ? {} : { color })}
        rightSection={<KeyHint keys="mod+Enter" onFilled />}
        aria-keyshortcuts="Control+Enter"
      >
        {verb}
      </Button>
    </div>
  )
}
