import IconFlipVertical from '@tabler/icons-react/dist/esm/icons/IconFlipVertical.mjs'
import { type ReactNode, useRef } from 'react'
import { useStageGestures } from '../evidence/use-media-view.ts'
import { ToolButton } from '../parts/tool-button.tsx'
import classes from './bench.module.css'
import type { SharedView } from './shared-view.ts'

interface PaneProps {
  name: string
  view: SharedView
  guides: boolean
  current?: boolean
  onTouch?: () => void
  children: ReactNode
}

/** A window onto pictures that move together: wheel, drag and pinch in any pane move all. */
export function Pane({ name, view, guides, current, onTouch, children }: PaneProps) {
  const element = useRef<HTMLDivElement>(null)
  const gestures = useStageGestures(element, view)
  return (
    <div
      ref={element}
      role="group"
      aria-label={name}
      className={classes.pane}
      data-bench-pane
      data-current={current || undefined}
      {...gestures}
      onPointerEnter={view.ready}
      onPointerDown={(event) => {
        onTouch?.()
        if (event.target instanceof Element && event.target.closest('button')) return
        gestures.onPointerDown(event)
      }}
    >
      {children}
      {guides && <i className={classes.guides} aria-hidden />}
    </div>
  )
}

interface HeadProps {
  label: string
  about: string
  mirrored: boolean
  onMirror: () => void
  onFocus?: () => void
}

/** Name of a picture and its own mirror. */
export function PaneHead({ label, about, mirrored, onMirror, onFocus }: HeadProps) {
  return (
    <header className={classes.paneHead}>
      <strong title={about}>
        <bdi>{label}</bdi>
      </strong>
      {mirrored && <span>mirrored</span>}
      <ToolButton label={`Mirror ${label.toLowerCase()}`} icon={IconFlipVertical} onClick={onMirror} onFocus={onFocus} pressed={mirrored} />
    </header>
  )
}
