import type { SessionDetail } from '@verdict/contract/case'
import { type ReactNode, type Ref, type RefObject, useMemo, useState } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { anchorOf, needsLook, tabWord } from '../model/section-words.ts'
import { SectionList } from '../sections/section-list.tsx'
import type { WarningWalk } from '../warnings/use-warning-walk.ts'
import { WarningsSection } from '../warnings/warnings-section.tsx'
import classes from './facts.module.css'
import { type FactsTab, FactsTabs } from './facts-tabs.tsx'

export const trailFoldsAt = '(max-width: 1180px)'
const trailAnchor = 'trail'

interface Props {
  session: SessionDetail
  walk: WarningWalk
  card: Ref<HTMLDivElement>
  why: Ref<HTMLInputElement>
  onWhyDone: () => void
  mayAnswer: boolean
  pane: RefObject<HTMLDivElement | null>
  active: string
  onGo: (anchor: string) => void
  /** The trail, which stands here as a tab when there is no room beside. */
  trail: ReactNode
  /** A link into the page needs every section there at once. */
  deepLinked: boolean
}

export function tabsOf(session: SessionDetail): FactsTab[] {
  const { warnings, sections } = session
  return [
    { anchor: 'warnings', word: 'Warnings', looks: warnings.some((warning) => warning.severity !== 'information') },
    ...sections.map((section) => ({ anchor: anchorOf(section), word: tabWord(section), looks: needsLook(section) })),
    { anchor: 'session', word: 'Session', looks: false },
  ]
}

/** Warnings, then every check of the session. */
export function FactsPane({ session, walk, card, why, onWhyDone, mayAnswer, pane, active, onGo, trail, deepLinked }: Props) {
  const folded = useMediaQuery(trailFoldsAt) ?? false
  const [onTrail, setOnTrail] = useState(false)
  const tabs = useMemo(() => tabsOf(session), [session])
  const showTrail = folded && onTrail
  const go = (anchor: string) => {
    setOnTrail(anchor === trailAnchor)
    if (anchor !== trailAnchor) requestAnimationFrame(() => onGo(anchor))
  }
  return (
    <section className={classes.pane} aria-labelledby="facts-title">
      <h2 id="facts-title" className="v-hidden">
        Facts
      </h2>
      <FactsTabs
        tabs={folded ? [...tabs, { anchor: trailAnchor, word: 'Trail', looks: false }] : tabs}
        active={showTrail ? trailAnchor : active}
        onGo={go}
      />
      {showTrail && trail}
      <div ref={pane} className={classes.scroll} hidden={showTrail} data-pane="facts">
        <WarningsSection walk={walk} may={mayAnswer} card={card} why={why} onWhyDone={onWhyDone} />
        <SectionList all={deepLinked} />
      </div>
    </section>
  )
}
