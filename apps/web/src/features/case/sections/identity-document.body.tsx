import type { RunOf } from '@verdict/contract/case'
import { useCaseRoom } from '../case-room.tsx'
import { isEmpty } from '../model/json-shape.ts'
import { chipOf, comparedKeys, compareSources, formOf } from '../model/sources.ts'
import { OtherFields } from '../parts/other-fields.tsx'
import { MatchList } from './match-list.tsx'
import { MrzLines } from './mrz-lines.tsx'
import { QualityScores } from './quality-scores.tsx'
import { SourceTable } from './source-table.tsx'
import { SubPart } from './sub-part.tsx'
import { GenericFields } from '../parts/generic-fields.tsx'
import { fieldsOf } from '../model/json-shape.ts'

const shown = [
  ...comparedKeys,
  'documentType',
  'documentSubtype',
  'issuingStateName',
  'age',
  'extraFields',
  'mrz',
  'matches',
  'portraitImage',
  'frontImage',
  'backImage',
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
  const [form, chip] = [formOf(session), chipOf(session, run)]
  return (
    <>
      <SourceTable fields={compareSources({ document: data, form, chip })} form={form !== null} chip={chip !== null} age={data.age} />
      <QualityScores
        sides={[
          { label: 'Front', quality: data.frontImageQualityScore, faceMatch: data.frontImageCameraFrontFaceMatchScore },
          { label: 'Back', quality: data.backImageQualityScore, faceMatch: data.backImageCameraFrontFaceMatchScore },
        ]}
      />
      {data.mrz && <MrzLines mrz={data.mrz} />}
      {!isEmpty(data.extraFields) && (
        <SubPart title="Further fields on the document">
          <GenericFields fields={fieldsOf(data.extraFields)} />
        </SubPart>
      )}
      <MatchList title="Same document elsewhere" matches={data.matches} />
      {!isEmpty(data.parsedAddress) && <OtherFields data={{ parsedAddress: data.parsedAddress }} shown={[]} title="Address, taken apart" />}
      <OtherFields data={data} shown={shown} />
    </>
  )
}
