import type { RunOf } from '@verdict/contract/case'
import { isEmpty, mediaRefOf } from '../model/json-shape.ts'
import { numbered } from '../../../lib/numbered.ts'
import { wordsOf } from '../model/words.ts'
import { MediaButton } from '../parts/media-button.tsx'
import { cameAs } from '../parts/media-fact.tsx'
import { Missing } from '../parts/facts.tsx'
import classes from './sections.module.css'
import { SubPart } from './sub-part.tsx'

const kinds = [
  { word: 'Picture', front: 'frontImage', back: 'backImage' },
  { word: 'Whole picture', front: 'fullFrontImage', back: 'fullBackImage' },
  { word: 'Video', front: 'frontVideo', back: 'backVideo' },
  { word: 'Face at capture', front: 'frontImageCameraFront', back: 'backImageCameraFront' },
] as const

/** Names of the captures that the table shows. */
export const captureKeys: readonly string[] = ['portraitImage', 'extraFiles', ...kinds.flatMap(({ front, back }) => [front, back])].flatMap(
  (key) => [key, `${key}Raw`],
)

interface CellProps {
  data: RunOf<'identityDocument'>['data']
  name: string
  word: string
  span?: number
}

function Cell({ data, name, word, span }: CellProps) {
  const ref = mediaRefOf(data[name])
  const raw = cameAs(data, name)
  return (
    <td colSpan={span} data-field={name} data-differs={(ref === null && !isEmpty(raw)) || undefined}>
      {ref !== null ? (
        <MediaButton mediaRef={ref} label={word} />
      ) : isEmpty(raw) ? (
        <Missing>Not taken</Missing>
      ) : (
        <>
          Didit sent <bdi>{typeof raw === 'string' ? raw : JSON.stringify(raw)}</bdi>
        </>
      )}
    </td>
  )
}

/** Every picture and video of a document by side; nothing when none was taken. */
export function DocumentCaptures({ data }: { data: RunOf<'identityDocument'>['data'] }) {
  const has = (name: string) => mediaRefOf(data[name]) !== null || !isEmpty(cameAs(data, name))
  const shown = kinds.filter(({ front, back }) => has(front) || has(back))
  const extra = (Array.isArray(data['extraFiles']) ? data['extraFiles'] : []).map(mediaRefOf).filter((ref) => ref !== null)
  if (shown.length === 0 && extra.length === 0 && !has('portraitImage')) return null
  return (
    <SubPart title="Pictures and videos">
      <table className={classes.sources} aria-label="Pictures and videos by side">
        <thead>
          <tr>
            <th scope="col">
              <span className="v-hidden">Kind</span>
            </th>
            <th scope="col">Front</th>
            <th scope="col">Back</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ word, front, back }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <Cell data={data} name={front} word={`${word.toLowerCase()}, front`} />
              <Cell data={data} name={back} word={`${word.toLowerCase()}, back`} />
            </tr>
          ))}
          {has('portraitImage') && (
            <tr>
              <th scope="row">Portrait</th>
              <Cell data={data} name="portraitImage" word="portrait" span={2} />
            </tr>
          )}
        </tbody>
      </table>
      {extra.length > 0 && (
        <p data-field="extraFiles">
          {numbered(extra).map(({ key, item }) => (
            <MediaButton key={key} mediaRef={item} label={`${wordsOf('extraFile').toLowerCase()} ${Number(key) + 1}`} />
          ))}
        </p>
      )}
    </SubPart>
  )
}
