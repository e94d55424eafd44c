import type { RunOf } from '@verdict/contract/case'
import { useCaseRoom } from '../case-room.tsx'
import { chipOf, comparedKeys, compareSources, formOf, isVariant } from '../model/sources.ts'
import { OtherFields } from '../parts/other-fields.tsx'
import { captureKeys, DocumentCaptures } from './document-captures.tsx'
import { MatchList } from './match-list.tsx'
import { MrzLines } from './mrz-lines.tsx'
import { QualityScores } from './quality-scores.tsx'
import { SourceTable } from './source-table.tsx'
import { SubPart } from './sub-part.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { fieldsOf, isEmpty } from '../model/json-shape.ts'

const shown = [
  ...comparedKeys,
  'documentType',
  'documentSubtype',
  'issuingStateName',
  'age',
  'extraFields',
  'mrz',
  'matches',
  ...captureKeys,
  'frontImageQualityScore',
  'backImageQualityScore',
  'frontImageCameraFrontFaceMatchScore',
  'backImageCameraFrontFaceMatchScore',
  'parsedAddress',
  'nodeId',
  'status',
  'warnings',
]

/** A document beside the form and the chip, then its quality, its machine-readable lines and the rest. */
export function IdentityDocumentBody({ run }: { run: RunOf<'identityDocument'> }) {
  const { session } = useCaseRoom()
  const { data } = run
  const further = fieldsOf(data.extraFields)
  const extra = Object.fromEntries(Object.entries(further).filter(([key, value]) => !isVariant(key, further) && !isEmpty(value)))
  const [form, chip] = [formOf(session), chipOf(session, run)]
  return (
    <>
      <SourceTable fields={compareSources({ document: data, form, chip })} form={form !== null} chip={chip !== null} age={data.age} />
      <DocumentCaptures data={data} />
      <QualityScores
        sides={[
          { label: 'Front', quality: data.frontImageQualityScore, faceMatch: data.frontImageCameraFrontFaceMatchScore },
          { label: 'Back', quality: data.backImageQualityScore, faceMatch: data.backImageCameraFrontFaceMatchScore },
        ]}
      />
      {data.mrz && <MrzLines mrz={data.mrz} data={data} />}
      {!isEmpty(extra) && (
        <SubPart title="Further fields on the document" field="extraFields">
          <GenericFields fields={extra} />
        </SubPart>
      )}
      <MatchList title="Same document elsewhere" matches={data.matches} />
      {!isEmpty(data.parsedAddress) && <OtherFields data={{ parsedAddress: data.parsedAddress }} shown={[]} title="Address, taken apart" />}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
