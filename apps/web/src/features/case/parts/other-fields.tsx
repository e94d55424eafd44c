import { isEmpty, otherFields, type Fields } from '../model/json-shape.ts'
import { GenericFields } from './generic-fields.tsx'
import classes from './parts.module.css'

/** The fields of a check that its section does not lay out itself. */
export function OtherFields({ data, shown, title = 'Other fields' }: { data: Fields; shown: readonly string[]; title?: string }) {
  const rest = Object.fromEntries(Object.entries(otherFields(data, shown)).filter(([, value]) => !isEmpty(value)))
  if (isEmpty(rest)) return null
  return (
    <details className={classes.other}>
      <summary>
        {title} <span>{Object.keys(rest).length}</span>
      </summary>
      <GenericFields fields={rest} />
    </details>
  )
}
