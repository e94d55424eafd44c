import { memo, useRef } from 'react'
import { useBroughtIntoRow } from '../parts/use-brought-into-row.ts'
import classes from './facts.module.css'

export interface FactsTab {
  anchor: string
  word: string
  /** Something in it needs a person. */
  looks: boolean
}

interface Props {
  tabs: readonly FactsTab[]
  active: string
  onGo: (anchor: string) => void
}

/** Anchors of the sections; the one in view is marked. */
export const FactsTabs = memo(function FactsTabs({ tabs, active, onGo }: Props) {
  const row = useRef<HTMLElement>(null)
  useBroughtIntoRow(row, 'anchor', active)
  return (
    <nav ref={row} className={classes.tabs} aria-label="Sections of the case">
      {tabs.map(({ anchor, word, looks }) => (
        <a
          key={anchor}
          href={`#${anchor}`}
          className={classes.tab}
          data-anchor={anchor}
          aria-current={anchor === active ? 'location' : undefined}
          onClick={(event) => {
            event.preventDefault()
            onGo(anchor)
          }}
        >
          <bdi>{word}</bdi>
          {looks && <i className={classes.dot} role="img" aria-label="needs review" />}
        </a>
      ))}
    </nav>
  )
})
