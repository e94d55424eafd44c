import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { scaled, wordsOf } from '../model/words.ts'
import { Missing } from '../parts/facts.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

type Quality = RunOf<'identityDocument'>['data']['frontImageQualityScore']

interface Side {
  label: string
  quality: Quality
  faceMatch: number | null
}

const measures = [
  { label: 'Overall', read: (side: Side) => side.quality?.overallScore },
  { label: 'Focus', read: (side: Side) => side.quality?.focusScore },
  { label: 'Brightness', read: (side: Side) => side.quality?.brightnessScore },
  { label: 'Resolution', read: (side: Side) => side.quality?.resolutionScore },
  { label: 'Face as on portrait', read: (side: Side) => side.faceMatch },
] as const

/** What is wrong with a picture in words; empty when nothing is. */
function faults(quality: Quality): string[] {
  if (!quality) return []
  const light = quality.brightnessIssue
  return [
    ...(light !== null && light.toLowerCase() !== 'ok' ? [wordsOf(light)] : []),
    ...(quality.isDocumentFullyVisible === false ? ['Not fully in the picture'] : []),
  ]
}

function Measure({ value }: { value: number | null | undefined }) {
  const found = scaled(value)
  if (found === null) return <Missing>Not measured</Missing>
  return (
    <span className={classes.measure}>
      <span className={classes.meter} aria-hidden>
        <i style={{ width: `${found}%` }} />
      </span>
      {score(found)}
    </span>
  )
}

/** Picture quality of the sides beside each other; nothing when it was not measured. */
export function QualityScores({ sides }: { sides: readonly Side[] }) {
  const measured = sides.filter((side) => side.quality !== null || side.faceMatch !== null)
  const rows = measures.filter(({ read }) => measured.some((side) => scaled(read(side)) !== null))
  const faulty = measured.flatMap((side) => faults(side.quality).map((fault) => `${side.label}: ${fault.toLowerCase()}`))
  if (rows.length === 0 && faulty.length === 0) return null
  return (
    <SubPart title="Picture quality" field="frontImageQualityScore" aside="Scores from 0 to 100, more is better">
      {faulty.length > 0 && <p className={classes.attention}>{faulty.join('. ')}.</p>}
      {rows.length > 0 && (
        <table className={classes.sources} aria-label="Picture quality, 0 to 100">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {measured.map((side) => (
                <th key={side.label} scope="col">
                  {side.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, read }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {measured.map((side) => (
                  <td key={side.label}>
                    <Measure value={read(side)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SubPart>
  )
}
