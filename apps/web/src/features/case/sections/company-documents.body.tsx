import type { RunOf } from '@verdict/contract/case'
import { plural } from '../../../lib/format.ts'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { fieldsOf, isEmpty, isFields, numberOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { DocumentMetadata } from './proof-of-address.body.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

type Item = RunOf<'companyDocuments'>['data']['items'][number]

const shownItem = [
  'uuid',
  'documentType',
  'documentGroup',
  'documentSubtype',
  'fileUrl',
  'status',
  'crossCheckResult',
  'documentMetadata',
  'ocrData',
  'isRequested',
  'isConfirmed',
]

function groupWords(value: unknown): string {
  const counts = Object.entries(fieldsOf(value)).flatMap(([key, count]) => {
    const number = numberOf(count)
    return number ? [`${number} ${wordsOf(key).toLowerCase()}`] : []
  })
  return counts.join(', ') || 'None'
}

const asFields = (value: unknown) => (isFields(value) ? value : { values: value })

function mismatches(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + mismatches(item), 0)
  return Object.entries(fieldsOf(value)).reduce((sum, [key, item]) => sum + (key === 'match' && item === false ? 1 : mismatches(item)), 0)
}

/** The document held against the registry and the others; folded while everything agrees. */
function CrossCheck({ result }: { result: unknown }) {
  if (isEmpty(result)) return null
  const differ = mismatches(result)
  if (differ === 0) return <OtherFields data={asFields(result)} shown={[]} title="Cross-check, all agree" />
  return (
    <SubPart title="Cross-check" aside={<span className={classes.oddCell}>{plural(differ, 'field')} differ</span>}>
      <GenericFields fields={asFields(result)} />
    </SubPart>
  )
}

function Document({ item }: { item: Item }) {
  const kind = [item.documentGroup, item.documentSubtype]
    .filter((part) => part !== null)
    .map(wordsOf)
    .join(' · ')
  return (
    <SubPart
      title={item.documentType === null ? 'Document' : wordsOf(item.documentType)}
      aside={item.status === null ? 'No status' : <FeatureBadge status={item.status} />}
    >
      <Facts
        rows={[
          {
            label: 'File',
            value: item.fileUrl ? <MediaButton mediaRef={item.fileUrl.mediaRef} label="file" /> : null,
            missing: item.isRequested ? 'Asked for, not there yet' : 'Not stored',
          },
          { label: 'Proves', value: kind },
          ...(item.isConfirmed === null ? [] : [{ label: 'Confirmed', value: item.isConfirmed ? 'Yes' : 'No' }]),
        ]}
      />
      <CrossCheck result={item.crossCheckResult} />
      <DocumentMetadata metadata={item.documentMetadata} />
      <OtherFields data={asFields(item.ocrData ?? {})} shown={[]} title="Read from it" />
      <OtherFields data={item} shown={shownItem} />
    </SubPart>
  )
}

export function CompanyDocumentsBody({ run }: { run: RunOf<'companyDocuments'> }) {
  const { items, groups, requiredGroups } = run.data
  const rows = Object.entries(fieldsOf(groups)).map(([group, value]) => ({
    label: wordsOf(group),
    value: groupWords(value),
    remark: requiredGroups.includes(group) ? 'Required' : null,
  }))
  return (
    <>
      <Facts rows={rows} label="Groups of documents" />
      {items.length === 0 && <p className={classes.quiet}>No document was handed in.</p>}
      {items.map((item, index) => (
        <Document key={item.uuid ?? index} item={item} />
      ))}
      <OtherFields data={run.data} shown={['items', 'groups', 'requiredGroups', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
