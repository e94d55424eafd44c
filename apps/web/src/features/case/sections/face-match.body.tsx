import type { RunOf } from '@verdict/contract/case'
import { ScoreScale } from '../../../ui/score-scale.tsx'
import { scaled } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { MediaButton } from '../parts/media-button.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'

export function FaceMatchBody({ run }: { run: RunOf<'faceMatch'> }) {
  const { score, sourceImage, targetImage, sourceImageSessionId } = run.data
  return (
    <>
      <ScoreScale value={scaled(score)} label="Same face" />
      <Facts
        rows={[
          { label: 'Compared', value: sourceImage ? <MediaButton mediaRef={sourceImage.mediaRef} label="first face" /> : null },
          { label: 'With', value: targetImage ? <MediaButton mediaRef={targetImage.mediaRef} label="second face" /> : null },
          ...(sourceImageSessionId === null ? [] : [{ label: 'Taken from', value: <SessionLink id={sourceImageSessionId} /> }]),
        ]}
      />
      <OtherFields
        data={run.data}
        shown={['score', 'sourceImage', 'targetImage', 'sourceImageSessionId', 'nodeId', 'status', 'warnings']}
      />
    </>
  )
}
