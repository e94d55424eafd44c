import { type Fields, firstText, fieldsOf } from '../model/json-shape.ts'
import { Missing } from '../parts/facts.tsx'
import type { Typed } from './correction-changes.ts'
import type { CorrectionForm } from './correction-fields.ts'

/** What a derived value will be, where that is plain: Didit joins the two names. */
function next(key: string, typed: Typed): string | null {
  if (key !== 'fullName') return null
  return [typed['firstName'], typed['lastName']]
    .map((part) => (part ?? '').trim())
    .filter(Boolean)
    .join(' ')
}

/** Values that Didit makes of the others; nobody writes them. */
export function DerivedRows({ derived, record, typed }: { derived: CorrectionForm['derived']; record: Fields; typed: Typed }) {
  return derived.map(({ key, label, of }) => {
    const now = firstText(record, key) ?? firstText(fieldsOf(record['parsedAddress']), key)
    const then = next(key, typed)
    return (
      <tr key={key} data-derived>
        <th scope="row">{label}</th>
        <td>{now === null ? <Missing /> : <bdi>{now}</bdi>}</td>
        <td>
          {then !== null && then !== '' && then !== now ? (
            <>
              <bdi>{then}</bdi>, made by Didit
            </>
          ) : (
            `Didit makes it of ${of}`
          )}
        </td>
      </tr>
    )
  })
}
