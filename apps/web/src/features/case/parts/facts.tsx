import type { ReactNode } from 'react'
import { ClampedText } from './clamped-text.tsx'
import classes from './parts.module.css'
import { numbered } from '../../../lib/numbered.ts'

export interface Fact {
  label: string
  /** Null is shown as `missing`. */
  value: ReactNode
  /** Stands at the right: a mark or a remark. */
  remark?: ReactNode
  missing?: string
  /** Upstream's name of it, for links that lead here. */
  field?: string
}

export function Missing({ children = 'Not stored' }: { children?: string }) {
  return <span className={classes.missing}>{children}</span>
}

/** Label and value, one line each. Texts are clamped; a value that is not there is said in words. */
export function Facts({ rows, label }: { rows: readonly Fact[]; label?: string }) {
  if (rows.length === 0) return null
  return (
    <dl className={classes.facts} aria-label={label}>
      {numbered(rows).map(({ key, item: row }) => (
        <div key={key} className={classes.fact} data-field={row.field}>
          <dt>{row.label}</dt>
          <dd>
            {row.value === null || row.value === undefined || row.value === '' ? (
              <Missing>{row.missing ?? 'Not stored'}</Missing>
            ) : typeof row.value === 'string' ? (
              <ClampedText text={row.value} />
            ) : (
              row.value
            )}
          </dd>
          {row.remark !== undefined && row.remark !== null && <dd className={classes.remark}>{row.remark}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** Yes, no or not known, where one of them is worth a look. */
export function FlagWord({ value, worry }: { value: boolean | null; worry?: boolean }) {
  if (value === null) return <Missing />
  return <span className={value === worry ? classes.worry : undefined}>{value ? 'Yes' : 'No'}</span>
}
