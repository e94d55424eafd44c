import type { RunOf } from '@verdict/contract/case'
import { serverNow } from '../../../lib/server-clock.ts'
import { dayDistance, type DayRule, dayRemark, showDay } from '../model/day.ts'
import { type Fields, firstText } from '../model/json-shape.ts'
import { type Fact, Facts } from '../parts/facts.tsx'
import { cameAs, mediaFact } from '../parts/media-fact.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

function Check({ value, good, bad }: { value: boolean | null; good: string; bad: string }) {
  if (value === null) return <span className={classes.quiet}>Not checked</span>
  return <span className={value ? undefined : classes.bad}>{value ? good : bad}</span>
}

const chipFields: readonly { label: string; field: string; rule?: DayRule }[] = [
  { label: 'Given names', field: 'firstName' },
  { label: 'Family name', field: 'lastName' },
  { label: 'Date of birth', field: 'birthDate', rule: 'birth' },
  { label: 'Sex', field: 'gender' },
  { label: 'Nationality', field: 'nationality' },
  { label: 'Document no.', field: 'documentNumber' },
  { label: 'Kind', field: 'documentType' },
  { label: 'Issuing state', field: 'issuingCountry' },
  { label: 'Valid until', field: 'expirationDate', rule: 'validUntil' },
  { label: 'Place of birth', field: 'placeOfBirth' },
  { label: 'Address', field: 'address' },
]

function dayRow(label: string, field: string, day: string | null, rule: DayRule, issued: string | null = null): Fact {
  if (day === null) return { label, field, value: null }
  const odd = dayRemark(day, rule, serverNow(), { issued })
  return {
    label,
    field,
    value: showDay(day),
    remark: odd ? <span className={classes.oddCell}>{odd}</span> : dayDistance(day, rule, serverNow()),
  }
}

function chipRows(chip: Fields): Fact[] {
  return chipFields.flatMap(({ label, field, rule }) => {
    const value = firstText(chip, field)
    if (value === null) return []
    return [rule ? dayRow(label, field, value, rule) : { label, field, value }]
  })
}

/** Whether the certificate holds now, in words. */
function validityOf({ notValidBefore, notValidAfter }: { notValidBefore: string | null; notValidAfter: string | null }): string {
  if (notValidBefore === null && notValidAfter === null) return 'Validity not stored'
  const odd =
    (notValidBefore && dayRemark(notValidBefore, 'validFrom', serverNow())) ??
    (notValidAfter && dayRemark(notValidAfter, 'validUntil', serverNow()))
  return odd || 'Valid now'
}

/** Whether the chip is genuine; its data stand beside the document's in the section of the document. */
export function NfcBody({ run }: { run: RunOf<'nfc'> }) {
  const { chipData, authenticity, certificateSummary, signatureImage } = run.data
  const rows: Fact[] = [
    {
      label: 'Signed contents',
      field: 'sodIntegrity',
      value: <Check value={authenticity?.sodIntegrity ?? null} good="Signature is valid" bad="Signature is not valid" />,
    },
    {
      label: 'Data groups',
      field: 'dgIntegrity',
      value: <Check value={authenticity?.dgIntegrity ?? null} good="Unchanged since issue" bad="Changed since issue" />,
    },
    mediaFact({ data: run.data, key: 'portraitImage', label: 'Portrait', show: 'chip portrait', missing: 'No picture on the chip' }),
    ...(signatureImage || cameAs(run.data, 'signatureImage') !== undefined
      ? [mediaFact({ data: run.data, key: 'signatureImage', label: 'Signature', show: 'signature' })]
      : []),
  ]
  return (
    <>
      <Facts rows={rows} />
      {chipData && (
        <SubPart title="All data of the chip" field="chipData">
          <Facts rows={chipRows(chipData)} />
          <OtherFields data={chipData} shown={chipFields.map(({ field }) => field)} />
        </SubPart>
      )}
      {!chipData && <p className={classes.quiet}>The chip was not read, or its data are not stored.</p>}
      {certificateSummary && (
        <SubPart title="Certificate of the issuer" field="certificateSummary" aside={validityOf(certificateSummary)}>
          <Facts
            rows={[
              { label: 'Issuer', field: 'issuer', value: certificateSummary.issuer },
              { label: 'Subject', field: 'subject', value: certificateSummary.subject },
              { label: 'Serial number', field: 'serialNumber', value: certificateSummary.serialNumber },
              dayRow('Valid from', 'notValidBefore', certificateSummary.notValidBefore, 'validFrom'),
              dayRow('Valid until', 'notValidAfter', certificateSummary.notValidAfter, 'validUntil', certificateSummary.notValidBefore),
            ]}
          />
          <OtherFields data={certificateSummary} shown={['issuer', 'subject', 'serialNumber', 'notValidBefore', 'notValidAfter']} />
        </SubPart>
      )}
      <OtherFields
        data={run.data}
        shown={[
          'chipData',
          'authenticity',
          'certificateSummary',
          'portraitImage',
          'portraitImageRaw',
          'signatureImage',
          'signatureImageRaw',
          'nodeId',
          'status',
          'warnings',
        ]}
      />
    </>
  )
}
