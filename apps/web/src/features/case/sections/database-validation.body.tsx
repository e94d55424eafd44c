import type { RunOf } from '@verdict/contract/case'
import { fieldsOf, isEmpty, listText, textOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Facts, Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

type Data = RunOf<'databaseValidation'>['data']
type Validation = Data['validations'][number]

const results: Readonly<Record<string, string>> = { full_match: 'Same', partial_match: 'Partly the same', no_match: 'Differs' }

function ValidationTable({ validation, screened }: { validation: Validation; screened: unknown }) {
  const fields = Object.entries(fieldsOf(validation.validation))
  const source = fieldsOf(validation.sourceData)
  const given = fieldsOf(screened)
  if (fields.length === 0) return <p className={classes.quiet}>No field was compared.</p>
  return (
    <table className={classes.sources}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Asked with</th>
          <th scope="col">In the source</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {fields.slice(0, 100).map(([key, value]) => {
          const result = textOf(value)
          return (
            <tr key={key}>
              <th scope="row">{wordsOf(key)}</th>
              <td>{listText(given[key]) === null ? <Missing>Not asked</Missing> : <bdi>{listText(given[key])}</bdi>}</td>
              <td>{listText(source[key]) === null ? <Missing>Not told</Missing> : <bdi>{listText(source[key])}</bdi>}</td>
              <td className={result === 'full_match' ? undefined : classes.oddCell}>
                {result === null ? <Missing>Not compared</Missing> : (results[result] ?? wordsOf(result))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Each source field by field, with its outcome in words. */
export function DatabaseValidationBody({ run }: { run: RunOf<'databaseValidation'> }) {
  const { data } = run
  return (
    <>
      <Facts
        rows={[
          { label: 'Result', value: data.matchType && wordsOf(data.matchType), missing: 'No result' },
          { label: 'Way', value: data.validationType && wordsOf(data.validationType) },
          { label: 'Country', value: data.issuingState },
        ]}
      />
      {data.validations.length === 0 && <p className={classes.quiet}>No source answered.</p>}
      {numbered(data.validations).map(({ key, item: validation }) => (
        <SubPart
          key={key}
          title={validation.serviceName ?? validation.serviceId ?? `Source ${Number(key) + 1}`}
          aside={validation.outcomeCode === null ? 'No outcome stored' : wordsOf(validation.outcomeCode)}
        >
          {validation.outcomeDetail !== null && <p className={classes.quiet}>{validation.outcomeDetail}</p>}
          <ValidationTable validation={validation} screened={data.screenedData} />
          <OtherFields data={validation} shown={['serviceId', 'serviceName', 'validation', 'outcomeCode', 'outcomeDetail']} />
        </SubPart>
      ))}
      {!isEmpty(data.errors) && (
        <SubPart title="Errors of the sources">
          <GenericFields fields={{ errors: data.errors }} />
        </SubPart>
      )}
      <OtherFields
        data={data}
        shown={['issuingState', 'validationType', 'matchType', 'validations', 'errors', 'nodeId', 'status', 'warnings']}
      />
    </>
  )
}
