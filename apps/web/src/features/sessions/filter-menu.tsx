import { Popover } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { useId, useState, type ReactNode } from 'react'
import { count as grouped } from '../../lib/format.ts'
import styles from './sessions.module.css'

interface FilterMenuProps {
  label: string
  /** The choice in words, or nothing when the filter is off. */
  value?: string | undefined
  children: (close: () => void) => ReactNode
}

/** One filter: its name, its choice, and a panel to change it. */
export function FilterMenu({ label, value, children }: FilterMenuProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus radius={8}>
      <Popover.Target>
        <button
          type="button"
          className={styles.filter}
          data-on={value !== undefined}
          onClick={() => {
            setOpened(!opened)
          }}
        >
          {label} {value !== undefined && <b>{value}</b>}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {opened && (
          <div className={styles.panel}>
            {children(() => {
              setOpened(false)
            })}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

interface ChoicesProps {
  options: readonly { value: string; label: ReactNode; count?: number | undefined }[]
  chosen: readonly string[]
  onChange: (next: string[]) => void
  legend: string
}

/** Several may be chosen; each choice acts at once. */
export function Choices({ options, chosen, onChange, legend }: ChoicesProps) {
  const id = useId()
  // An id must not hold spaces.
  const countId = (value: string) => `${id}${value.replaceAll(' ', '-')}`
  return (
    <fieldset className={styles.options} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="v-hidden">{legend}</legend>
      {options.map(({ value, label, count }) => (
        <div key={value} className={styles.option}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              aria-describedby={count === undefined ? undefined : countId(value)}
              onChange={(event) => {
                onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }}
            />
            <span className={styles.optionLabel}>{label}</span>
          </label>
          {count !== undefined && (
            <span id={countId(value)} className={styles.optionCount}>
              {grouped(count)}
            </span>
          )}
        </div>
      ))}
    </fieldset>
  )
}
