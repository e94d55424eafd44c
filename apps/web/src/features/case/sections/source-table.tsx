import { serverNow } from '../../../lib/server-clock.ts'
import { ageAt, dayDistance, dayRemark, type OtherDays, showDay } from '../model/day.ts'
import type { ComparedField } from '../model/sources.ts'
import { AgreementMark } from '../parts/agreement-mark.tsx'
import { Missing } from '../parts/facts.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import classes from './sections.module.css'

interface CellProps {
  field: ComparedField
  source: 'document' | 'form' | 'chip'
  age: number | null
  days: OtherDays
}

function Cell({ field, source, age, days }: CellProps) {
  const value = field[source]
  if (value === null)
    return (
      <td>
        <Missing>{source === 'form' ? 'Not asked' : 'Not stored'}</Missing>
      </td>
    )
  const agreement = source === 'form' ? field.formAgreement : source === 'chip' ? field.chipAgreement : field.agreement
  const shown = field.day ? showDay(value) : value
  const other = source === 'document' ? referenceOf(field) : field.document
  const odd = field.day && source !== 'form' ? dayRemark(value, field.day, serverNow(), days) : null
  const distance = field.day === 'validUntil' && odd === null ? dayDistance(value, field.day, serverNow()) : null
  const reckoned = field.day === 'birth' ? ageAt(value, serverNow()) : null
  return (
    <td data-differs={(source !== 'document' && agreement === 'differs') || undefined}>
      <MarkedText
        text={shown}
        reference={agreement === 'differs' || agreement === 'spelling' ? (field.day && other ? showDay(other) : other) : null}
      />
      {field.day === 'birth' && source === 'document' && (reckoned ?? age) !== null && (
        <span className={classes.note}>{reckoned !== null && reckoned >= 0 ? reckoned : age} years</span>
      )}
      {source === 'document' && distance && <span className={classes.note}>{distance}</span>}
      {source === 'document' && field.variant !== null && (
        <span className={classes.variant}>
          <bdi>{field.variant}</bdi> <span className="v-hidden">in other letters</span>
        </span>
      )}
      {source === 'document' && reckoned !== null && reckoned >= 0 && age !== null && Math.abs(reckoned - age) > 1 && (
        <span className={classes.odd}>Didit counts {age} years</span>
      )}
      {odd && <span className={classes.odd}>{odd}</span>}
    </td>
  )
}

/** What the document's own value is marked against: the source that differs, not the one that is only spelled otherwise. */
function referenceOf(field: ComparedField): string | null {
  if (field.formAgreement === 'differs') return field.form
  return field.chipAgreement === 'differs' ? field.chip : null
}

interface Props {
  fields: readonly ComparedField[]
  form: boolean
  chip: boolean
  age: number | null
}

/** Field, document, form, chip and how they agree. Columns that no field could fill are left out. */
export function SourceTable({ fields, form, chip, age }: Props) {
  const own = (key: string) => fields.find((field) => field.key === key)?.document ?? null
  const days = { birth: own('dateOfBirth'), issued: own('dateOfIssue') }
  return (
    <table className={classes.sources}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Document</th>
          {form && <th scope="col">Form</th>}
          {chip && <th scope="col">Chip</th>}
          {(form || chip) && (
            <th scope="col" className={classes.agreement}>
              <span className="v-hidden">Agreement</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.key} data-field={field.key}>
            <th scope="row">{field.label}</th>
            <Cell field={field} source="document" age={age} days={days} />
            {form && <Cell field={field} source="form" age={age} days={days} />}
            {chip && <Cell field={field} source="chip" age={age} days={days} />}
            {(form || chip) && (
              <td>
                <AgreementMark agreement={field.agreement} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
