import { plural, score } from '../../../lib/format.ts'
import { type CrossField, type CrossGroup, crossGroups } from '../model/cross-check.ts'
import { isEmpty } from '../model/json-shape.ts'
import { numbered } from '../../../lib/numbered.ts'
import { Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

function Row({ field }: { field: CrossField }) {
  const differs = field.match === false
  const result = field.match === null ? 'Not compared' : differs ? 'Differs' : 'Same'
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td>{field.document === null ? <Missing /> : <MarkedText text={field.document} reference={differs ? field.against : null} />}</td>
      <td data-differs={differs || undefined}>
        {field.against === null ? <Missing /> : <MarkedText text={field.against} reference={differs ? field.document : null} />}
      </td>
      <td className={differs ? classes.oddCell : undefined}>
        {result}
        {field.score !== null && field.score < 100 && <span className={classes.age}> {score(field.score)} of 100</span>}
      </td>
    </tr>
  )
}

function Group({ group }: { group: CrossGroup }) {
  return (
    <>
      {group.fields.length > 0 && (
        <table className={classes.sources} aria-label={group.title}>
          <thead>
            <tr>
              <th scope="col">{group.title}</th>
              <th scope="col">Document</th>
              <th scope="col">Held against</th>
              <th scope="col" className={classes.outcomeColumn}>
                Result
              </th>
            </tr>
          </thead>
          <tbody>
            {numbered(group.fields.slice(0, 60)).map(({ key, item }) => (
              <Row key={key} field={item} />
            ))}
          </tbody>
        </table>
      )}
      {!isEmpty(group.rest) && <GenericFields fields={group.rest} />}
    </>
  )
}

/** A document held against what is known from elsewhere; folded while everything agrees. */
export function CrossCheck({ result }: { result: unknown }) {
  if (isEmpty(result)) return null
  const groups = crossGroups(result)
  const fields = groups.flatMap((group) => group.fields)
  const differ = fields.filter((field) => field.match === false).length
  if (groups.length === 0) return null
  const body = groups.map((group) => <Group key={group.title} group={group} />)
  if (differ === 0 && fields.length > 0)
    return (
      <details className={classes.fold} data-field="crossCheckResult">
        <summary>Cross-check: {plural(fields.length, 'field')} compared, none differs</summary>
        {body}
      </details>
    )
  return (
    <SubPart
      title="Cross-check"
      field="crossCheckResult"
      aside={
        differ > 0 ? (
          <span className={classes.oddCell}>
            {plural(differ, 'field')} {differ === 1 ? 'differs' : 'differ'}
          </span>
        ) : undefined
      }
    >
      {body}
    </SubPart>
  )
}
