import type { RunOf } from '@verdict/contract/case'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { fieldsOf, isEmpty, isFields } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { DocumentMetadata } from './proof-of-address.body.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

const shown = ['documentKey', 'originalFilename', 'fileUrl', 'status', 'extractedData', 'fields', 'documentMetadata', 'crossCheckResult']

const asFields = (value: unknown) => (isFields(value) ? value : { values: value })

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
          <p className={classes.quiet}>
            <bdi>{item.originalFilename ?? 'File name not stored'}</bdi>{' '}
            {item.fileUrl && <MediaButton mediaRef={item.fileUrl.mediaRef} label="file" />}
          </p>
          {isEmpty(item.extractedData) ? (
            <p className={classes.quiet}>Nothing was read from it.</p>
          ) : (
            <GenericFields fields={asFields(item.extractedData)} />
          )}
          {!isEmpty(item.crossCheckResult) && <GenericFields fields={{ crossCheck: item.crossCheckResult }} />}
          <DocumentMetadata metadata={item.documentMetadata} />
          <OtherFields data={{ ...fieldsOf(item), ...(isEmpty(item.fields) ? {} : { readFields: item.fields }) }} shown={shown} />
        </SubPart>
      ))}
      <OtherFields data={run.data} shown={['items', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
