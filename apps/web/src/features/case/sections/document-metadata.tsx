import { fieldsOf, isEmpty } from '../model/json-shape.ts'
import { fileFacts, regionsOf, signalsOf, toldOfFile } from '../model/file-facts.ts'
import { numbered } from '../../../lib/numbered.ts'
import { Facts } from '../parts/facts.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

/** What the file itself says about how it was made, and the areas that look changed. Folded while nothing is odd. */
export function DocumentMetadata({ metadata }: { metadata: unknown }) {
  if (isEmpty(metadata)) return null
  const fields = fieldsOf(metadata)
  const regions = regionsOf(fields)
  const facts = fileFacts(fields)
  const tampered = fields['isTampered'] === true || regions.length > 0
  const rows = facts.map(({ label, field, text, worry, missing }) => ({
    label,
    field,
    ...(missing === undefined ? {} : { missing }),
    value: text !== null && worry ? <span className={classes.oddCell}>{text}</span> : text,
  }))
  const told = [
    tampered ? 'looks changed' : fields['isTampered'] === false ? 'no change found' : 'not checked for changes',
    ...(facts.some((fact) => fact.worry) && !tampered ? ['was edited'] : []),
  ]
  const body = (
    <>
      {tampered && (
        <div className={classes.bad} data-field="overlayManipulation">
          {regions.length > 0 ? 'Areas that look changed' : 'The file looks changed; where is not stored'}
          {signalsOf(fields) !== null && ` (${signalsOf(fields)})`}
          {regions.length > 0 && ':'}
          <ul>
            {numbered(regions.slice(0, 20)).map(({ key, item }) => (
              <li key={key}>
                Page {item.page ?? 'not stored'}, {item.text}
              </li>
            ))}
          </ul>
          {regions.length > 20 && `and ${regions.length - 20} more`}
        </div>
      )}
      <Facts rows={rows} />
      <OtherFields data={fields} shown={toldOfFile} title="Further metadata" />
    </>
  )
  if (tampered || facts.some((fact) => fact.worry))
    return (
      <SubPart title="The file" field="documentMetadata" aside={told.join(', ')}>
        {body}
      </SubPart>
    )
  return (
    <details className={classes.fold} data-field="documentMetadata">
      <summary>The file: {told.join(', ')}</summary>
      {body}
    </details>
  )
}
