import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import classes from './parts.module.css'

const limit = 280

/** Text as it came; long ones are cut with a way to see all. */
export function ClampedText({ text, mono = false }: { text: string; mono?: boolean }) {
  const [all, setAll] = useState(false)
  const long = text.length > limit
  return (
    <span className={mono ? classes.mono : classes.text}>
      <bdi>{long && !all ? `${text.slice(0, limit)}…` : text}</bdi>
      {long && (
        <UnstyledButton className={classes.more} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show less' : `Show all ${text.length.toLocaleString('en-GB')} characters`}
        </UnstyledButton>
      )}
    </span>
  )
}
