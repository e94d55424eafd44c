import type { RunOf } from '@verdict/contract/case'
import { moment } from '../../../lib/format.ts'
import { FeatureBadge } from '../../../ui/status-badge.tsx'
import { fieldsOf, firstText, isFields, numberOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { mediaFact } from '../parts/media-fact.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { CrossCheck } from './cross-check.tsx'
import { DocumentMetadata } from './document-metadata.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { wordTable } from '../../../lib/word-table.ts'

type Item = RunOf<'companyDocuments'>['data']['items'][number]

const shownItem = [
  'uuid',
  'documentType',
  'documentGroup',
  'documentSubtype',
  'fileUrl',
  'fileUrlRaw',
  'createdAt',
  'description',
  'isConsoleUpload',
  'status',
  'crossCheckResult',
  'documentMetadata',
  'ocrData',
  'isRequested',
  'isConfirmed',
]

const countWords = wordTable<string>({ pending: 'waiting', inReview: 'in review', other: 'in another state' })

function groupWords(value: unknown): string {
  const counts = Object.entries(fieldsOf(value)).flatMap(([key, count]) => {
    const number = numberOf(count)
    const name = key.replace('_r', 'R')
    return number && name !== 'total' && name !== 'missing' ? [`${number} ${countWords[name] ?? wordsOf(key).toLowerCase()}`] : []
  })
  return counts.join(', ') || 'None handed in'
}

/** Each group of documents: what is there, what is required, what is missing. */
function Groups({ groups, required }: { groups: unknown; required: readonly string[] }) {
  const found = fieldsOf(groups)
  const names = [...new Set([...Object.keys(found), ...required])]
  const missing = (name: string) => {
    const group = fieldsOf(found[name])
    return numberOf(group['missing']) ?? (required.includes(name) && !numberOf(group['total']) ? 1 : 0)
  }
  const lacking = names.filter((name) => missing(name) > 0)
  const rows = names.map((name) => ({
    label: wordsOf(name),
    field: name,
    value:
      missing(name) > 0 ? (
        <span className={classes.oddCell}>
          {groupWords(found[name])}, {missing(name)} missing
        </span>
      ) : (
        groupWords(found[name])
      ),
    remark: required.includes(name) ? 'Required' : null,
  }))
  const needed = lacking.filter((name) => required.includes(name))
  return (
    <>
      {lacking.length > 0 && (
        <p className={needed.length > 0 ? classes.bad : classes.attention}>
          {needed.length > 0 ? 'Required, still missing' : 'Still missing'}:{' '}
          {(needed.length > 0 ? needed : lacking).map(wordsOf).join(', ')}.
        </p>
      )}
      <Facts rows={rows} label="Groups of documents" />
    </>
  )
}

const asFields = (value: unknown) => (isFields(value) ? value : { values: value })

/** "Certificate of incorporation" where the kind is known, else the group. */
function titleOf(item: Item): string {
  const kind = item.documentSubtype ?? item.documentType ?? item.documentGroup
  return kind === null ? 'Document' : wordsOf(kind)
}

function Document({ item }: { item: Item }) {
  const proves = item.documentGroup ?? item.documentType
  const added = [
    firstText(item, 'createdAt') && moment(firstText(item, 'createdAt') ?? ''),
    item['isConsoleUpload'] === true ? 'added by the desk' : null,
  ]
  return (
    <SubPart title={titleOf(item)} aside={item.status === null ? 'No status' : <FeatureBadge status={item.status} />}>
      <Facts
        rows={[
          mediaFact({
            data: item,
            key: 'fileUrl',
            label: 'File',
            show: titleOf(item).toLowerCase(),
            missing: item.isRequested ? 'Asked for, not there yet' : 'Not stored',
          }),
          ...(firstText(item, 'description') === null
            ? []
            : [{ label: 'Asked with', field: 'description', value: firstText(item, 'description') }]),
          { label: 'Proves', field: 'documentGroup', value: proves && wordsOf(proves) },
          { label: 'Added', field: 'createdAt', value: added.filter(Boolean).join(', ') },
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
  return (
    <>
      <Groups groups={groups} required={requiredGroups} />
      {items.length === 0 && <p className={classes.quiet}>No document was handed in.</p>}
      {items.map((item, index) => (
        <Document key={item.uuid ?? index} item={item} />
      ))}
      <OtherFields data={run.data} shown={['items', 'groups', 'requiredGroups', 'nodeId', 'status', 'warnings']} />
    </>
  )
}
