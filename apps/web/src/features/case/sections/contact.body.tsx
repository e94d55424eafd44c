import type { RunOf } from '@verdict/contract/case'
import { moment } from '../../../lib/format.ts'
import { fieldsOf, isEmpty, listText, rowsOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Facts, FlagWord } from '../parts/facts.tsx'
import { GenericFields, Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { Lifecycle } from './lifecycle.tsx'
import { MatchList } from './match-list.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

const common = ['isDisposable', 'verificationAttempts', 'verifiedAt', 'lifecycle', 'matches', 'nodeId', 'status', 'warnings']

const verified = (at: string | null, attempts: number | null) => [
  { label: 'Verified', value: at && moment(at), missing: 'Not verified' },
  { label: 'Attempts', value: attempts === null ? null : String(attempts) },
]

export function PhoneBody({ run }: { run: RunOf<'phone'> }) {
  const { data } = run
  const country = [data.countryName, data.countryCode].filter((part) => part !== null).join(', ')
  const carrier = [data.carrier?.name, data.carrier?.type && wordsOf(data.carrier.type)].filter(Boolean).join(', ')
  return (
    <>
      <Facts
        rows={[
          { label: 'Number', value: data.fullNumber },
          { label: 'Country', value: country },
          { label: 'Carrier', value: carrier },
          { label: 'Disposable', value: <FlagWord value={data.isDisposable} worry /> },
          { label: 'Internet number', value: <FlagWord value={data.isVirtual} worry /> },
          { label: 'Code sent by', value: data.verificationMethod && wordsOf(data.verificationMethod) },
          ...verified(data.verifiedAt, data.verificationAttempts),
        ]}
      />
      <Lifecycle steps={data.lifecycle} />
      <MatchList title="Same number elsewhere" matches={data.matches} />
      <OtherFields
        data={data}
        shown={[...common, 'fullNumber', 'countryCode', 'countryName', 'carrier', 'isVirtual', 'verificationMethod']}
      />
    </>
  )
}

function Breaches({ breaches }: { breaches: unknown }) {
  if (isEmpty(breaches)) return null
  const rows = rowsOf(breaches)
  if (rows.length === 0) return <Facts rows={[{ label: 'Leaks', value: listText(breaches) }]} />
  return (
    <SubPart title="Known data leaks" aside={rows.length}>
      <Paged items={rows} size={5}>
        {(shown) => (
          <ul className={classes.rows}>
            {numbered(shown).map(({ key, item }) => (
              <li key={key} className={classes.row}>
                <GenericFields fields={item} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </SubPart>
  )
}

export function EmailBody({ run }: { run: RunOf<'email'> }) {
  const { data } = run
  return (
    <>
      <Facts
        rows={[
          { label: 'Address', value: data.email },
          { label: 'In a data leak', value: <FlagWord value={data.isBreached} worry /> },
          { label: 'Disposable', value: <FlagWord value={data.isDisposable} worry /> },
          { label: 'Undeliverable', value: <FlagWord value={data.isUndeliverable} worry /> },
          ...verified(data.verifiedAt, data.verificationAttempts),
        ]}
      />
      <Breaches breaches={data.breaches} />
      <Lifecycle steps={data.lifecycle} />
      <MatchList title="Same address elsewhere" matches={data.matches} />
      <OtherFields data={fieldsOf(data)} shown={[...common, 'email', 'isBreached', 'breaches', 'isUndeliverable']} />
    </>
  )
}
