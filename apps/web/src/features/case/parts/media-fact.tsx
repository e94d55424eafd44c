import { type Fields, isEmpty, listText, mediaRefOf } from '../model/json-shape.ts'
import type { Fact } from './facts.tsx'
import { MediaButton } from './media-button.tsx'
import classes from './parts.module.css'

/** What stood in the place of a picture: upstream sent something that is none, and it is kept beside. */
export function cameAs(data: Fields, key: string): unknown {
  return data[`${key}Raw`]
}

interface MediaFactOptions {
  data: Fields
  key: string
  label: string
  /** The word on the button: "selfie". */
  show: string
  missing?: string
}

/** A line with a picture or file to show; where another kind of value came, that value. */
export function mediaFact({ data, key, label, show, missing = 'Not stored' }: MediaFactOptions): Fact {
  const ref = mediaRefOf(data[key])
  const raw = cameAs(data, key)
  if (ref === null && !isEmpty(raw))
    return {
      label,
      field: key,
      value: (
        <span className={classes.worry}>
          No picture: Didit sent <bdi>{listText(raw) ?? JSON.stringify(raw)}</bdi>
        </span>
      ),
    }
  return { label, field: key, missing, value: ref === null ? null : <MediaButton mediaRef={ref} label={show} /> }
}
