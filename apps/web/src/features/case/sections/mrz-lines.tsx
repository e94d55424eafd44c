import IconAlertTriangleFilled from '@tabler/icons-react/dist/esm/icons/IconAlertTriangleFilled.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import type { RunOf } from '@verdict/contract/case'
import { plural } from '../../../lib/format.ts'
import { serverNow } from '../../../lib/server-clock.ts'
import { compareDays, compareNumbers, compareSexes, compareTexts } from '../model/compare-values.ts'
import { showDay } from '../model/day.ts'
import { fieldsOf, firstText, isEmpty, textOf } from '../model/json-shape.ts'
import { type MrzCheck, mrzChecks, mrzDay, mrzErrorWords, mrzLines } from '../model/mrz.ts'
import { numbered } from '../../../lib/numbered.ts'
import { wordsOf } from '../model/words.ts'
import { AgreementMark } from '../parts/agreement-mark.tsx'
import { Missing } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

type Data = RunOf<'identityDocument'>['data']
type Mrz = NonNullable<Data['mrz']>

function Remarks({ label, value, bad }: { label: string; value: unknown; bad: boolean }) {
  if (isEmpty(value)) return null
  const list = Array.isArray(value) ? value : [value]
  return (
    <div className={bad ? classes.bad : classes.attention}>
      {label}:
      <ul>
        {numbered(list.slice(0, 40)).map(({ key, item }) => {
          const code = textOf(item)
          return (
            <li key={key}>
              {code === null ? <GenericFields fields={fieldsOf(item)} /> : <bdi>{mrzErrorWords(code) ?? wordsOf(code)}</bdi>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function CheckRow({ check }: { check: MrzCheck }) {
  const Icon = check.passed ? IconCheck : IconAlertTriangleFilled
  return (
    <tr>
      <th scope="row">{check.label}</th>
      <td className={classes.code}>{check.covers}</td>
      <td className={classes.code}>{check.printed}</td>
      <td data-differs={!check.passed || undefined}>
        <span className={classes.outcome}>
          <Icon size={14} aria-hidden />
          {check.passed ? 'Adds up' : `Should be ${check.expected}`}
        </span>
      </td>
    </tr>
  )
}

function Checks({ checks }: { checks: readonly MrzCheck[] }) {
  if (checks.length === 0) return null
  return (
    <table className={classes.sources} aria-label="Check digits">
      <thead>
        <tr>
          <th scope="col">Check digit of</th>
          <th scope="col">Over</th>
          <th scope="col" className={classes.narrow}>
            Printed
          </th>
          <th scope="col" className={classes.outcomeColumn}>
            Result
          </th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <CheckRow key={check.label} check={check} />
        ))}
      </tbody>
    </table>
  )
}

const pairs = [
  { label: 'Family name', lines: ['surname'], print: ['lastName'], compare: compareTexts, day: null },
  { label: 'Given names', lines: ['name'], print: ['firstName'], compare: compareTexts, day: null },
  { label: 'Document no.', lines: ['documentNumber'], print: ['documentNumber'], compare: compareNumbers, day: null },
  { label: 'Personal no.', lines: ['personalNumber'], print: ['personalNumber'], compare: compareNumbers, day: null },
  { label: 'Date of birth', lines: ['birthDate'], print: ['dateOfBirth'], compare: compareDays, day: 'birth' },
  { label: 'Valid until', lines: ['expiryDate'], print: ['expirationDate'], compare: compareDays, day: 'validUntil' },
  { label: 'Sex', lines: ['sex'], print: ['gender'], compare: compareSexes, day: null },
  { label: 'Nationality', lines: ['nationality'], print: ['nationality'], compare: compareTexts, day: null },
  { label: 'Issuing state', lines: ['country'], print: ['issuingState'], compare: compareTexts, day: null },
] as const

function differences(mrz: Mrz, data: Data) {
  return pairs.flatMap(({ label, lines, print, compare, day }) => {
    const read = firstText(mrz, ...lines)
    const own = firstText(data, ...print)
    if (read === null) return []
    const said = day ? mrzDay(read, day, serverNow()) : read
    const agreement = own === null ? null : compare(own, said)
    return [{ label, said: day ? showDay(said) : said, own: own !== null && day ? showDay(own) : own, agreement }]
  })
}

const shownMrz = ['mrzString', 'errors', 'warnings', ...pairs.flatMap((pair) => pair.lines)]

/** The machine-readable lines as printed, each check digit worked out again, and what they say beside the print. */
export function MrzLines({ mrz, data }: { mrz: Mrz; data: Data }) {
  const lines = mrzLines(mrz.mrzString)
  const checks = mrzChecks(lines)
  const failed = checks.filter((check) => !check.passed).length
  const rows = differences(mrz, data)
  const odd = rows.filter((row) => row.agreement === 'differs')
  const clean = isEmpty(mrz.errors) && failed === 0
  return (
    <SubPart
      title="Machine-readable lines"
      field="mrz"
      aside={clean ? (checks.length > 0 ? `${plural(checks.length, 'check digit')} add up` : 'No errors') : 'With errors'}
    >
      {lines.length > 0 ? (
        <pre className={classes.mrz}>{lines.join('\n')}</pre>
      ) : (
        <p className={classes.quiet}>The lines themselves are not stored.</p>
      )}
      <Remarks label="What Didit found wrong" value={mrz.errors} bad />
      <Remarks label="What Didit remarks" value={mrz.warnings} bad={false} />
      {clean ? (
        checks.length > 0 && (
          <details className={classes.fold}>
            <summary>Every check digit</summary>
            <Checks checks={checks} />
          </details>
        )
      ) : (
        <Checks checks={checks} />
      )}
      {rows.length > 0 && (
        <details className={classes.fold} open={odd.length > 0}>
          <summary>
            {odd.length > 0 ? `Lines and print differ in ${plural(odd.length, 'field')}` : 'Lines beside print, nothing differs'}
          </summary>
          <table className={classes.sources} aria-label="Lines beside print">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Lines</th>
                <th scope="col">Print</th>
                <th scope="col">
                  <span className="v-hidden">Agreement</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, said, own, agreement }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td data-differs={agreement === 'differs' || undefined}>
                    <MarkedText text={said} reference={agreement === 'differs' ? own : null} />
                  </td>
                  <td>{own === null ? <Missing /> : <bdi>{own}</bdi>}</td>
                  <td>
                    <AgreementMark agreement={agreement} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <OtherFields data={mrz} shown={shownMrz} title="Other fields of the lines" />
    </SubPart>
  )
}
