import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { ScoreScale } from '../../../ui/score-scale.tsx'
import { useCaseRoom } from '../case-room.tsx'
import { serverNow } from '../../../lib/server-clock.ts'
import { ageAt } from '../model/day.ts'
import { scaled, wordsOf } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { mediaFact } from '../parts/media-fact.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { MatchList } from './match-list.tsx'
import classes from './sections.module.css'
import { wordTable } from '../../../lib/word-table.ts'

const shown = [
  'method',
  'score',
  'referenceImage',
  'referenceImageRaw',
  'videoUrl',
  'videoUrlRaw',
  'ageEstimation',
  'faceQuality',
  'faceLuminance',
  'matches',
  'nodeId',
  'status',
  'warnings',
]

const methods = wordTable<string>({
  PASSIVE: 'Passive: one picture, nothing to do',
  ACTIVE_3D: 'Active: moves in front of the camera',
  FLASHING: 'Flashing: coloured light on the face',
})

const methodWords = (method: string) => methods[method] ?? wordsOf(method)

function OutOf({ value }: { value: number }) {
  const found = scaled(value) ?? 0
  return (
    <span className={classes.measure}>
      <span className={classes.meter} aria-hidden>
        <i style={{ width: `${found}%` }} />
      </span>
      {score(value)} of 100
    </span>
  )
}

/** The estimate beside the age that the document gives; an estimate errs by some years either way. */
function ageGap(estimate: number, printed: number) {
  const gap = Math.round(estimate - printed)
  const said = `Document: ${printed} years`
  return Math.abs(gap) < 10 ? (
    said
  ) : (
    <span className={classes.oddCell}>{`${said}, ${Math.abs(gap)} ${gap > 0 ? 'younger' : 'older'} than the face looks`}</span>
  )
}

/** Age by the first document of the session that has a date of birth. */
function usePrintedAge(): number | null {
  const { session } = useCaseRoom()
  for (const run of session.sections.flatMap((section) => section.runs)) {
    const age = run.kind === 'identityDocument' && run.data.dateOfBirth !== null ? ageAt(run.data.dateOfBirth, serverNow()) : null
    if (age !== null && age >= 0) return age
  }
  return null
}

export function LivenessBody({ run }: { run: RunOf<'liveness'> }) {
  const { data } = run
  const printed = usePrintedAge()
  return (
    <>
      <ScoreScale value={scaled(data.score)} label="Live person" />
      <Facts
        rows={[
          { label: 'Way', field: 'method', value: data.method && methodWords(data.method) },
          mediaFact({ data, key: 'referenceImage', label: 'Selfie', show: 'selfie' }),
          mediaFact({
            data,
            key: 'videoUrl',
            label: 'Video',
            show: 'video',
            missing: /^PASSIVE$/iu.test(data.method ?? '') ? 'None: this way takes no video' : 'Not taken or not stored',
          }),
          {
            label: 'Estimated age',
            field: 'ageEstimation',
            value: data.ageEstimation === null ? null : `${score(data.ageEstimation)} years`,
            missing: 'Not estimated',
            remark: printed === null || data.ageEstimation === null ? null : ageGap(data.ageEstimation, printed),
          },
          ...(data.faceQuality === null
            ? []
            : [{ label: 'Face quality', field: 'faceQuality', value: <OutOf value={data.faceQuality} /> }]),
          ...(data.faceLuminance === null
            ? []
            : [{ label: 'Light on the face', field: 'faceLuminance', value: <OutOf value={data.faceLuminance} /> }]),
        ]}
      />
      <MatchList title="Same face elsewhere" matches={data.matches} />
      <OtherFields data={data} shown={shown} />
    </>
  )
}
