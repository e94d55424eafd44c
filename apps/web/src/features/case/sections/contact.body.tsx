import type { RunOf } from '@verdict/contract/case'
import { moment, plural } from '../../../lib/format.ts'
import { parseDay, showDay } from '../model/day.ts'
import { type Fields, fieldsOf, firstText, isEmpty, listText, numberOf, rowsOf, textOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { Facts, FlagWord } from '../parts/facts.tsx'
import { ClampedText } from '../parts/clamped-text.tsx'
import { Paged } from '../parts/generic-fields.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { Lifecycle } from './lifecycle.tsx'
import { MatchList } from './match-list.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../../../lib/numbered.ts'
import { wordTable } from '../../../lib/word-table.ts'

const common = ['isDisposable', 'verificationAttempts', 'verifiedAt', 'lifecycle', 'matches', 'nodeId', 'status', 'warnings']

const verified = (at: string | null, attempts: number | null) => [
  { label: 'Verified', field: 'verifiedAt', value: at && moment(at), missing: 'Not verified' },
  { label: 'Attempts', field: 'verificationAttempts', value: attempts === null ? null : String(attempts) },
]

const ways = wordTable<string>({ sms: 'SMS', whatsapp: 'WhatsApp', rcs: 'RCS', voice: 'Voice call' })
const lineKinds = wordTable<string>({
  mobile: 'Mobile',
  fixed_line: 'Landline',
  landline: 'Landline',
  voip: 'Internet (VoIP)',
})

export function PhoneBody({ run }: { run: RunOf<'phone'> }) {
  const { data } = run
  const country = [data.countryName, data.countryCode].filter((part) => part !== null).join(', ')
  const kind = data.carrier?.type ? (lineKinds[data.carrier.type.toLowerCase()] ?? wordsOf(data.carrier.type)) : null
  return (
    <>
      <Facts
        rows={[
          { label: 'Number', field: 'fullNumber', value: data.fullNumber },
          { label: 'Country', field: 'countryCode', value: country },
          { label: 'Carrier', field: 'carrier', value: data.carrier?.name },
          {
            label: 'Kind of line',
            field: 'carrier',
            value: kind && <span className={data.isVirtual ? classes.oddCell : undefined}>{kind}</span>,
          },
          { label: 'Disposable', field: 'isDisposable', value: <FlagWord value={data.isDisposable} worry /> },
          { label: 'Internet number', field: 'isVirtual', value: <FlagWord value={data.isVirtual} worry /> },
          {
            label: 'Code sent by',
            field: 'verificationMethod',
            value: data.verificationMethod && (ways[data.verificationMethod.toLowerCase()] ?? wordsOf(data.verificationMethod)),
          },
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

const shownBreach = ['name', 'domain', 'breachDate', 'description', 'dataClasses', 'logoPath', 'isVerified', 'breachEmailsCount', 'title']

function breachAbout(breach: Fields): string {
  const count = numberOf(breach['breachEmailsCount'])
  const leaked = Array.isArray(breach['dataClasses']) ? breach['dataClasses'].map(textOf).filter((word) => word !== null) : []
  const about = [
    firstText(breach, 'domain'),
    count === null ? null : `${count.toLocaleString('en-GB')} addresses`,
    breach['isVerified'] === false ? 'not confirmed' : null,
    leaked.length === 0 ? null : `leaked: ${leaked.map((word) => wordsOf(word).toLowerCase()).join(', ')}`,
  ]
  return about.filter((part) => part !== null).join(' · ')
}

function Breach({ breach }: { breach: Fields }) {
  const on = firstText(breach, 'breachDate', 'date')
  const told = firstText(breach, 'description')
  return (
    <li className={classes.row}>
      <div className={classes.rowMain}>
        <strong>
          <bdi>{firstText(breach, 'title', 'name', 'domain') ?? 'Leak without a name'}</bdi>
        </strong>
        <span>{breachAbout(breach) || 'No further details'}</span>
        {told !== null && (
          <span className={classes.told}>
            <ClampedText text={told} />
          </span>
        )}
        <OtherFields data={breach} shown={shownBreach} />
      </div>
      <div className={classes.rowEnd}>{on === null ? 'Year not stored' : showDay(on)}</div>
    </li>
  )
}

function Breaches({ breaches }: { breaches: unknown }) {
  if (isEmpty(breaches)) return null
  const rows = rowsOf(breaches)
  if (rows.length === 0) return <Facts rows={[{ label: 'Leaks', field: 'breaches', value: listText(breaches) }]} />
  const newest = rows.toSorted((one, two) => (firstText(two, 'breachDate') ?? '').localeCompare(firstText(one, 'breachDate') ?? ''))
  const years = [
    ...new Set(newest.map((row) => parseDay(firstText(row, 'breachDate') ?? '')?.slice(0, 4)).filter((year) => year !== undefined)),
  ]
  return (
    <SubPart
      title="Known data leaks"
      field="breaches"
      aside={[plural(rows.length, 'leak'), years.slice(0, 6).join(', ')].filter(Boolean).join(' · ')}
    >
      <Paged items={newest} size={5}>
        {(shown) => (
          <ul className={classes.rows}>
            {numbered(shown).map(({ key, item }) => (
              <Breach key={key} breach={item} />
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
          { label: 'Address', field: 'email', value: data.email },
          { label: 'In a data leak', field: 'isBreached', value: <FlagWord value={data.isBreached} worry /> },
          { label: 'Disposable', field: 'isDisposable', value: <FlagWord value={data.isDisposable} worry /> },
          { label: 'Undeliverable', field: 'isUndeliverable', value: <FlagWord value={data.isUndeliverable} worry /> },
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
