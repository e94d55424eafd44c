import type { RunOf } from '@verdict/contract/case'
import { ScoreScale } from '../../../ui/score-scale.tsx'
import { scaled } from '../model/words.ts'
import { Facts } from '../parts/facts.tsx'
import { mediaFact } from '../parts/media-fact.tsx'
import { OtherFields } from '../parts/other-fields.tsx'
import { SessionLink } from '../parts/session-link.tsx'

export function FaceMatchBody({ run }: { run: RunOf<'faceMatch'> }) {
  const { score, sourceImageSessionId } = run.data
  return (
    <>
      <ScoreScale value={scaled(score)} label="Same face" />
      <Facts
        rows={[
          mediaFact({ data: run.data, key: 'sourceImage', label: 'Compared', show: 'first face' }),
          mediaFact({ data: run.data, key: 'targetImage', label: 'With', show: 'second face' }),
          ...(sourceImageSessionId === null ? [] : [{ label: 'Taken from', value: <SessionLink id={sourceImageSessionId} /> }]),
        ]}
      />
      <OtherFields
        data={run.data}
        shown={[
          'score',
          'sourceImage',
          'sourceImageRaw',
          'targetImage',
          'targetImageRaw',
          'sourceImageSessionId',
          'nodeId',
          'status',
          'warnings',
        ]}
      />
    </>
  )
}
