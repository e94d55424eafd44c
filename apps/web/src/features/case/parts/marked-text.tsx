import { markDifferences } from '../model/text-marks.ts'
import classes from './parts.module.css'
import { numbered } from '../../../lib/numbered.ts'

/** A value with what `reference` has not underlined. */
export function MarkedText({ text, reference }: { text: string; reference: string | null }) {
  if (reference === null || text.length > 400 || reference.length > 400) return <bdi>{text}</bdi>
  return (
    <bdi>
      {numbered(markDifferences(text, reference)).map(({ key, item: part }) =>
        part.marked ? (
          <mark key={key} className={classes.difference}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </bdi>
  )
}
