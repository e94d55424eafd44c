import type { RunOf } from '@verdict/contract/case'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { fieldsOf, firstText, isEmpty, isFields, listText, rowsOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { GenericFields } from '../parts/generic-fields.tsx'
import { Facts } from '../parts/facts.tsx'
import { mediaFact } from '../parts/media-fact.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { CrossCheck } from './cross-check.tsx'
import { DocumentMetadata } from './document-metadata.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'

const shown = [
  'documentKey',
  'originalFilename',
  'fileUrl',
  'fileUrlRaw',
  'status',
  'extractedData',
  'fields',
  'documentMetadata',
  'crossCheckResult',
]

type Item = RunOf<'documentAi'>['data']['items'][number]

/** What was read, under the names that the workflow gives the fields; fields that it asks for and nobody found are said. */
function ReadFields({ item }: { item: Item }) {
  const read = fieldsOf(item.extractedData)
  const plan = rowsOf(item.fields).flatMap((field) => {
    const key = firstText(field, 'key')
    return key === null ? [] : [{ key, label: firstText(field, 'name') ?? wordsOf(key), required: field['required'] === true }]
  })
  const planned = plan.map(({ key, label, required }) => ({
    label,
    field: key,
    value: listText(read[key]),
    missing: required ? 'Not found, though required' : 'Not found',
  }))
  const rest = Object.fromEntries(
    Object.entries(read).filter(([key]) => !plan.some((field) => field.key === key && listText(read[key]) !== null)),
  )
  if (isEmpty(item.extractedData) && planned.length === 0) return <p className={classes.quiet}>Nothing was read from it.</p>
  return (
    <SubPart title="Read from it">
      <Facts rows={planned} />
      {!isEmpty(rest) && <GenericFields fields={rest} />}
      {!isFields(item.extractedData) && !isEmpty(item.extractedData) && <GenericFields fields={{ values: item.extractedData }} />}
    </SubPart>
  )
}

/** Files that were read by their fields, with what the cross-check said. */
export function DocumentAiBody({ run }: { run: RunOf<'documentAi'> }) {
  return (
    <>
      {run.data.items.length === 0 && <p className={classes.quiet}>No file was stored.</p>}
      {numbered(run.data.items).map(({ key, item }) => (
        <SubPart
          key={key}
          title={item.documentKey === null ? `Document ${Number(key) + 1}` : wordsOf(item.documentKey)}
          aside={item.status === null ? 'No status' : <FeatureBadge status={item.status} />}
        >
          <Facts
            rows={[
              mediaFact({ data: item, key: 'fileUrl', label: 'File', show: 'file' }),
              { label: 'File name', field: 'originalFilename', value: item.originalFilename },
            ]}
          />
          <ReadFields item={item} />
          <CrossCheck result={item.crossCheckResult} />
          <DocumentMetadata metadata={item.documentMetadata} />
          <OtherFields
            data={{ ...item, ...(isEmpty(item.fields) || rowsOf(item.fields).length > 0 ? {} : { readFields: item.fields }) }}
            shown={shown}
          />
        </SubPart>
      ))}
      <OtherFields data={run.data} shown={['items', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
