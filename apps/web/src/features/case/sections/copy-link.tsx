import { UnstyledButton } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import { useEffect, useState } from 'react'
import { useCaseRoom } from '../case-room.tsx'
import classes from './sections.module.css'

const said = { idle: '', copied: 'Link copied', refused: 'The browser does not allow copying here.' } as const

/** Copies the address of one part of the case. */
export function CopyLink({ anchor, title }: { anchor: string; title: string }) {
  const { session } = useCaseRoom()
  const [state, setState] = useState<keyof typeof said>('idle')
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${location.origin}/sessions/${session.id}?at=${encodeURIComponent(anchor)}`)
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  const Icon = state === 'copied' ? IconCheck : IconLink
  return (
    <>
      <UnstyledButton className={classes.menuButton} aria-label={`Copy link to ${title}`} title="Copy link" onClick={() => void copy()}>
        <Icon size={14} aria-hidden />
      </UnstyledButton>
      <span role="status" className="v-hidden">
        {said[state]}
      </span>
    </>
  )
}
