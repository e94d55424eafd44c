import type { RunOf } from '@verdict/contract/case'
import { score } from '../../../lib/format.ts'
import { ScoreScale } from '../../../ui/score-scale.tsx'
import { scaled } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { MatchList } from './match-list.tsx'

const shown = [
  'method',
  'score',
  'referenceImage',
  'videoUrl',
  'ageEstimation',
  'faceQuality',
  'faceLuminance',
  'matches',
  'nodeId',
  'status',
  'warnings',
]

export function LivenessBody({ run }: { run: RunOf<'liveness'> }) {
  const { data } = run
  return (
    <>
      <ScoreScale value={scaled(data.score)} label="Live person" />
      <Facts
        rows={[
          { label: 'Selfie', value: data.referenceImage ? <MediaButton mediaRef={data.referenceImage.mediaRef} label="selfie" /> : null },
          {
            label: 'Video',
            value: data.videoUrl ? <MediaButton mediaRef={data.videoUrl.mediaRef} label="video" /> : null,
            missing: 'Not taken or not stored',
          },
          { label: 'Estimated age', value: data.ageEstimation === null ? null : score(data.ageEstimation), missing: 'Not estimated' },
          ...(data.faceQuality === null ? [] : [{ label: 'Face quality', value: `${score(data.faceQuality)} of 100` }]),
          ...(data.faceLuminance === null ? [] : [{ label: 'Light on the face', value: `${score(data.faceLuminance)} of 100` }]),
        ]}
      />
      <MatchList title="Same face elsewhere" matches={data.matches} />
      <OtherFields data={data} shown={shown} />
    </>
  )
}
