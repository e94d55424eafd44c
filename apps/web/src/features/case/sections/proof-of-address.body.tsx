import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { compareTexts } from '../model/compare-values.ts'
import { serverNow } from '../../../lib/server-clock.ts'
import { dayDistance, type DayRule, dayRemark, showDay } from '../model/day.ts'
import { fieldsOf, isEmpty, mediaRefOf } from '../model/json-shape.ts'
import { scaled, wordsOf } from '../model/words.ts'
import { AgreementMark } from '../parts/agreement-mark.tsx'
import { type Fact, Facts } from '../parts/facts.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { mediaFact } from '../parts/media-fact.tsx'
import { useCaseRoom } from '../case-room.tsx'
import { distanceWords, kilometres, placeOfAddress, placesOf } from '../model/places.ts'
import { DocumentMetadata } from './document-metadata.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { numbered } from '../../../lib/numbered.ts'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

type Data = RunOf<'proofOfAddress'>['data']

const shown = [
  'documentFile',
  'documentFileRaw',
  'extraFiles',
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
  const agrees = (value: number | null) => (value === null ? null : <Agreement value={value} />)
  return [
    { label: 'Name', field: 'nameOnDocument', value: data.nameOnDocument },
    {
      label: 'Name and form',
      field: 'nameMatchScoreExpectedDetails',
      value: agrees(data.nameMatchScoreExpectedDetails),
      missing: 'Not compared',
    },
    {
      label: 'Name and ID',
      field: 'nameMatchScoreIdVerification',
      value: agrees(data.nameMatchScoreIdVerification),
      missing: 'Not compared',
    },
    { label: 'Address', field: 'poaAddress', value: address },
    {
      label: 'Address on form',
      field: 'expectedDetailsAddress',
      value: data.expectedDetailsAddress,
      missing: 'Not asked',
      remark: (
        <AgreementMark agreement={address && data.expectedDetailsAddress ? compareTexts(address, data.expectedDetailsAddress) : null} />
      ),
    },
  ]
}

function OddDay({ day, rule, issued = null }: { day: string | null; rule: DayRule; issued?: string | null }) {
  const odd = day === null ? null : dayRemark(day, rule, serverNow(), { issued })
  if (odd) return <span className={classes.oddCell}>{odd}</span>
  return day === null ? null : dayDistance(day, rule, serverNow())
}

function Agreement({ value }: { value: number | null }) {
  const found = scaled(value)
  if (found === null) return null
  return (
    <span className={classes.measure}>
      <span className={classes.meter} aria-hidden>
        <i style={{ width: `${found}%` }} />
      </span>
      {score(found)} of 100
    </span>
  )
}

/** How far the address lies from the other places that Didit knows, without a map. */
function PlaceDistances({ run }: { run: RunOf<'proofOfAddress'> }) {
  const { session } = useCaseRoom()
  const places = placesOf(session).filter((place) => place.kind !== 'poa')
  const own = placeOfAddress(run.data.poaParsedAddress) ?? placesOf(session).find((place) => place.kind === 'poa')?.at ?? null
  if (own === null || places.length === 0) return null
  return (
    <SubPart title="Distance from" aside="As the crow flies">
      <Facts rows={places.map((place) => ({ label: place.word, value: distanceWords(kilometres(own, place.at)) }))} />
    </SubPart>
  )
}

export function ProofOfAddressBody({ run }: { run: RunOf<'proofOfAddress'> }) {
  const { data } = run
  const extra = Object.fromEntries(Object.entries(fieldsOf(data.extraFields)).filter(([, value]) => !isEmpty(value)))
  const extraFiles = (Array.isArray(data['extraFiles']) ? data['extraFiles'] : []).map(mediaRefOf).filter((ref) => ref !== null)
  return (
    <>
      <Facts
        rows={[
          mediaFact({ data, key: 'documentFile', label: 'File', show: 'document' }),
          { label: 'Kind', field: 'documentType', value: data.documentType && wordsOf(data.documentType) },
          { label: 'Issuer', field: 'issuer', value: data.issuer, missing: 'Not identified' },
          { label: 'Country', field: 'issuingState', value: data.issuingState },
          {
            label: 'Issued',
            field: 'issueDate',
            value: data.issueDate && showDay(data.issueDate),
            remark: <OddDay day={data.issueDate} rule="past" />,
          },
          {
            label: 'Valid until',
            field: 'expirationDate',
            value: data.expirationDate && showDay(data.expirationDate),
            missing: 'Not on the document',
            remark: <OddDay day={data.expirationDate} rule="validUntil" issued={data.issueDate} />,
          },
          ...(extraFiles.length === 0
            ? []
            : [
                {
                  label: 'Further files',
                  field: 'extraFiles',
                  value: numbered(extraFiles).map(({ key, item }) => (
                    <MediaButton key={key} mediaRef={item} label={`file ${Number(key) + 1}`} />
                  )),
                },
              ]),
          { label: 'Language', field: 'documentLanguage', value: data.documentLanguage },
        ]}
      />
      <SubPart title="Name and address">
        <Facts rows={agreementRows(data)} />
      </SubPart>
      {!isEmpty(extra) && (
        <SubPart title="Further fields on the document">
          <GenericFields fields={extra} />
        </SubPart>
      )}
      <PlaceDistances run={run} />
      <DocumentMetadata metadata={data.documentMetadata} />
      {!isEmpty(data.poaParsedAddress) && <OtherFields data={{ parsed: data.poaParsedAddress }} shown={[]} title="Address, taken apart" />}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
