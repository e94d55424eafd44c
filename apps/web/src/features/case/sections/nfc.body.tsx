import type { RunOf } from '@verdict/contract/case'
import { showDay } from '../model/day.ts'
import { type Fact, Facts } from '../parts/facts.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

function Check({ value, good, bad }: { value: boolean | null; good: string; bad: string }) {
  if (value === null) return <span className={classes.quiet}>Not checked</span>
  return <span className={value ? undefined : classes.bad}>{value ? good : bad}</span>
}

/** Whether the chip is genuine; its data stand beside the document's in the section of the document. */
export function NfcBody({ run }: { run: RunOf<'nfc'> }) {
  const { chipData, authenticity, certificateSummary, portraitImage, signatureImage } = run.data
  const rows: Fact[] = [
    {
      label: 'Signed contents',
      value: <Check value={authenticity?.sodIntegrity ?? null} good="Signature is valid" bad="Signature is not valid" />,
    },
    {
      label: 'Data groups',
      value: <Check value={authenticity?.dgIntegrity ?? null} good="Unchanged since issue" bad="Changed since issue" />,
    },
    {
      label: 'Portrait',
      value: portraitImage ? <MediaButton mediaRef={portraitImage.mediaRef} label="chip portrait" /> : null,
      missing: 'No picture on the chip',
    },
    ...(signatureImage ? [{ label: 'Signature', value: <MediaButton mediaRef={signatureImage.mediaRef} label="signature" /> }] : []),
  ]
  return (
    <>
      <Facts rows={rows} />
      {!chipData && <p className={classes.quiet}>The chip was not read, or its data are not stored.</p>}
      {certificateSummary && (
        <SubPart title="Certificate of the issuer">
          <Facts
            rows={[
              { label: 'Issuer', value: certificateSummary.issuer },
              { label: 'Subject', value: certificateSummary.subject },
              { label: 'Serial number', value: certificateSummary.serialNumber },
              { label: 'Valid from', value: certificateSummary.notValidBefore && showDay(certificateSummary.notValidBefore) },
              { label: 'Valid until', value: certificateSummary.notValidAfter && showDay(certificateSummary.notValidAfter) },
            ]}
          />
          <OtherFields data={certificateSummary} shown={['issuer', 'subject', 'serialNumber', 'notValidBefore', 'notValidAfter']} />
        </SubPart>
      )}
      {chipData && <OtherFields data={chipData} shown={[]} title="All data of the chip" />}
      <OtherFields
        data={run.data}
        shown={['chipData', 'authenticity', 'certificateSummary', 'portraitImage', 'signatureImage', 'nodeId', 'status', 'warnings']}
      />
    </>
  )
}
