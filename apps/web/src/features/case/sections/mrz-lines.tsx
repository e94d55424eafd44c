import type { RunOf } from '@verdict/contract/case'
import { isEmpty, listText, rowsOf } from '../model/json-shape.ts'
import { GenericFields } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

type Mrz = NonNullable<RunOf<'identityDocument'>['data']['mrz']>

function Remarks({ label, value, bad }: { label: string; value: unknown; bad: boolean }) {
  if (isEmpty(value)) return null
  const text = listText(value)
  return (
    <div className={bad ? classes.bad : classes.attention}>
      {label}: {text ?? numbered(rowsOf(value)).map(({ key, item }) => <GenericFields key={key} fields={item} />)}
    </div>
  )
}

/** The machine-readable lines as printed, with what was wrong in them. */
export function MrzLines({ mrz }: { mrz: Mrz }) {
  const lines = mrz.mrzString?.split(/\r?\n/u).filter((line) => line !== '') ?? []
  return (
    <SubPart title="Machine-readable lines" aside={isEmpty(mrz.errors) ? 'No errors' : 'With errors'}>
      {lines.length > 0 ? (
        <pre className={classes.mrz}>{lines.join('\n')}</pre>
      ) : (
        <p className={classes.quiet}>The lines themselves are not stored.</p>
      )}
      <Remarks label="Errors" value={mrz.errors} bad />
      <Remarks label="Remarks" value={mrz.warnings} bad={false} />
      <OtherFields data={mrz} shown={['mrzString', 'errors', 'warnings']} title="What the lines say" />
    </SubPart>
  )
}
