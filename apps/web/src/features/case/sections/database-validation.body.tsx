import type { RunOf } from '@verdict/contract/case'
import { showDay } from '../model/day.ts'
import { type Fields, fieldsOf, firstText, isEmpty, listText, textOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Facts, Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'
import { wordTable } from '../../../lib/word-table.ts'

type Data = RunOf<'databaseValidation'>['data']
type Validation = Data['validations'][number]

const results = wordTable<string>({ full_match: 'Same', partial_match: 'Partly the same', no_match: 'Differs' })

const overall = wordTable<string>({
  full_match: 'Everything agrees with the source',
  partial_match: 'Part of it agrees with the source',
  no_match: 'Nothing agrees with the source',
})

const waysOf = wordTable<string>({
  one_by_one: 'One source has to agree',
  two_by_two: 'Two sources have to agree',
  not_enabled: 'Not switched on',
})

const outcomes = wordTable<string>({
  MATCH: 'Found, agrees',
  FULL_MATCH: 'Found, agrees',
  PARTIAL_MATCH: 'Found, agrees in part',
  NO_MATCH: 'Found, does not agree',
  DOCUMENT_NOT_FOUND: 'The source does not know this number',
  NOT_FOUND: 'The source does not know this person',
})

function outcomeWords(code: string | null) {
  if (code === null) return 'No outcome stored'
  const word = outcomes[code] ?? wordsOf(code)
  return /^(?:FULL_)?MATCH$/u.test(code) ? word : <span className={classes.oddCell}>{word}</span>
}

/** What was asked with, under the other names that a source has for it. */
const askedAs = wordTable<readonly string[]>({
  full_name: ['first_name', 'last_name'],
  identification_number: ['identification_number', 'personal_number', 'tax_number', 'document_number'],
})

function toldOf(fields: Fields, key: string): string | null {
  const own = listText(fields[key])
  if (own !== null) return key.includes('date') ? showDay(own) : own
  if (key === 'full_name')
    return (
      ['first_name', 'last_name']
        .map((part) => listText(fields[part]))
        .filter((part) => part !== null)
        .join(' ') || null
    )
  return firstText(fields, ...(askedAs[key] ?? []))
}

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
          const [asked, told] = [toldOf(given, key), toldOf(source, key)]
          const differs = result !== null && result !== 'full_match'
          return (
            <tr key={key} data-field={key}>
              <th scope="row">{wordsOf(key)}</th>
              <td>{asked === null ? <Missing>Not asked</Missing> : <bdi>{asked}</bdi>}</td>
              <td data-differs={(differs && told !== null) || undefined}>
                {told === null ? <Missing>Not told</Missing> : <MarkedText text={told} reference={differs ? asked : null} />}
              </td>
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
          {
            label: 'Result',
            field: 'matchType',
            value: data.matchType && (
              <span className={data.matchType === 'full_match' ? undefined : classes.oddCell}>
                {overall[data.matchType] ?? wordsOf(data.matchType)}
              </span>
            ),
            missing: 'No result',
          },
          {
            label: 'Way',
            field: 'validationType',
            value: data.validationType && (waysOf[data.validationType] ?? wordsOf(data.validationType)),
          },
          { label: 'Country', value: data.issuingState },
        ]}
      />
      {data.validations.length === 0 && <p className={classes.quiet}>No source answered.</p>}
      {numbered(data.validations).map(({ key, item: validation }) => (
        <SubPart
          key={key}
          title={validation.serviceName ?? validation.serviceId ?? `Source ${Number(key) + 1}`}
          aside={outcomeWords(validation.outcomeCode)}
        >
          {validation.outcomeDetail !== null && <p className={classes.quiet}>{validation.outcomeDetail}</p>}
          <ValidationTable validation={validation} screened={data.screenedData} />
          <OtherFields
            data={validation}
            shown={['serviceId', 'serviceName', 'validation', 'outcomeCode', 'outcomeDetail']}
            title="Other fields of the source"
          />
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
        title="Other fields of the check"
      />
    </>
  )
}
