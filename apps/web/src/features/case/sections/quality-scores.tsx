import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { scaled, wordsOf } from '../model/words.ts'
import { type Fact, Facts } from '../parts/facts.tsx'
import { SubPart } from './sub-part.tsx'

interface Side {
  label: string
  quality: RunOf<'identityDocument'>['data']['frontImageQualityScore']
  faceMatch: number | null
}

function rowsOf({ quality, faceMatch }: Side): Fact[] {
  const rows: Fact[] = []
  const add = (label: string, value: number | null | undefined) => {
    const found = scaled(value)
    if (found !== null) rows.push({ label, value: `${score(found)} of 100` })
  }
  if (quality) {
    add('Overall', quality.overallScore)
    add('Focus', quality.focusScore)
    add('Brightness', quality.brightnessScore)
    add('Resolution', quality.resolutionScore)
    const issue = quality.brightnessIssue
    if (issue !== null && issue !== 'ok') rows.push({ label: 'Light', value: wordsOf(issue) })
    if (quality.isDocumentFullyVisible === false) rows.push({ label: 'Edges', value: 'Not fully in the picture' })
  }
  add('Face of the capture', faceMatch)
  return rows
}

/** Picture quality side by side; nothing when it was not measured. */
export function QualityScores({ sides }: { sides: readonly Side[] }) {
  const measured = sides.map((side) => ({ side, rows: rowsOf(side) })).filter(({ rows }) => rows.length > 0)
  if (measured.length === 0) return null
  return (
    <>
      {measured.map(({ side, rows }) => (
        <SubPart key={side.label} title={`Picture quality, ${side.label.toLowerCase()}`}>
          <Facts rows={rows} />
        </SubPart>
      ))}
    </>
  )
}
