import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { compareTexts } from '../model/compare-values.ts'
import { serverNow } from '../../../lib/server-clock.ts'
import { type DayRule, dayRemark, showDay } from '../model/day.ts'
import { type Fields, fieldsOf, isEmpty, rowsOf } from '../model/json-shape.ts'
import { wordsOf } from '../model/words.ts'
import { AgreementMark } from '../parts/agreement-mark.tsx'
import { type Fact, Facts } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'
import { numbered } from '../model/numbered.ts'

type Data = RunOf<'proofOfAddress'>['data']

const shown = [
  'documentFile',
  'issuingState',
  'documentType',
  'issuer',
  'issueDate',
  'expirationDate',
  'documentLanguage',
  'nameOnDocument',
  'nameMatchScoreExpectedDetails',
  'nameMatchScoreIdVerification',
  'poaAddress',
  'poaFormattedAddress',
  'poaParsedAddress',
  'expectedDetailsAddress',
  'extraFields',
  'documentMetadata',
  'nodeId',
  'status',
  'warnings',
]

function agreementRows(data: Data): Fact[] {
  const address = data.poaFormattedAddress ?? data.poaAddress
  const agrees = (value: number | null) => (value === null ? null : `${score(value)} of 100`)
  return [
    { label: 'Name', value: data.nameOnDocument },
    { label: 'Name and form', value: agrees(data.nameMatchScoreExpectedDetails), missing: 'Not compared' },
    { label: 'Name and ID', value: agrees(data.nameMatchScoreIdVerification), missing: 'Not compared' },
    { label: 'Address', value: address },
    {
      label: 'Address on form',
      value: data.expectedDetailsAddress,
      missing: 'Not asked',
      remark: (
        <AgreementMark agreement={address && data.expectedDetailsAddress ? compareTexts(address, data.expectedDetailsAddress) : null} />
      ),
    },
  ]
}

function regionWords(region: Fields): string {
  const at = (key: string) => (typeof region[key] === 'number' ? Math.round(region[key]) : '?')
  return `Page ${at('page')}: ${at('width')} × ${at('height')} at ${at('x')}, ${at('y')}`
}

/** What the file itself says about how it was made, and the areas that look changed. */
export function DocumentMetadata({ metadata }: { metadata: unknown }) {
  if (isEmpty(metadata)) return null
  const fields = fieldsOf(metadata)
  const overlay = fieldsOf(fields['overlayManipulation'])
  const regions = rowsOf(overlay['manipulatedRegions'] ?? fields['manipulatedRegions'])
  return (
    <SubPart title="The file" aside={fields['isTampered'] === true ? 'Looks changed' : undefined}>
      {regions.length > 0 && (
        <div className={classes.bad}>
          Areas that look changed:
          <ul>
            {numbered(regions.slice(0, 20)).map(({ key, item }) => (
              <li key={key}>{regionWords(item)}</li>
            ))}
          </ul>
          {regions.length > 20 && `and ${regions.length - 20} more`}
        </div>
      )}
      <GenericFields fields={fields} />
    </SubPart>
  )
}

function OddDay({ day, rule }: { day: string | null; rule: DayRule }) {
  const odd = day === null ? null : dayRemark(day, rule, serverNow())
  return odd && <span className={classes.oddCell}>{odd}</span>
}

export function ProofOfAddressBody({ run }: { run: RunOf<'proofOfAddress'> }) {
  const { data } = run
  return (
    <>
      <Facts
        rows={[
          { label: 'File', value: data.documentFile ? <MediaButton mediaRef={data.documentFile.mediaRef} label="document" /> : null },
          { label: 'Kind', value: data.documentType && wordsOf(data.documentType) },
          { label: 'Issuer', value: data.issuer, missing: 'Not identified' },
          { label: 'Country', value: data.issuingState },
          {
            label: 'Issued',
            value: data.issueDate && showDay(data.issueDate),
            remark: <OddDay day={data.issueDate} rule="past" />,
          },
          {
            label: 'Valid until',
            value: data.expirationDate && showDay(data.expirationDate),
            missing: 'Not on the document',
            remark: <OddDay day={data.expirationDate} rule="validUntil" />,
          },
          { label: 'Language', value: data.documentLanguage },
        ]}
      />
      <SubPart title="Name and address">
        <Facts rows={agreementRows(data)} />
      </SubPart>
      {!isEmpty(data.extraFields) && (
        <SubPart title="Further fields on the document">
          <GenericFields fields={fieldsOf(data.extraFields)} />
        </SubPart>
      )}
      <DocumentMetadata metadata={data.documentMetadata} />
      {!isEmpty(data.poaParsedAddress) && <OtherFields data={{ parsed: data.poaParsedAddress }} shown={[]} title="Address, taken apart" />}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
