import type { SessionDetail } from '@verdict/contract/case'
import { memo, type ReactNode, type Ref, type RefObject, useMemo, useState } from 'react'
import { useMediaQuery } from '@mantine/hooks'
import { anchorOf, needsLook, tabWord } from '../model/section-words.ts'
import { SectionList } from '../sections/section-list.tsx'
import type { WarningWalk } from '../warnings/use-warning-walk.ts'
import { WarningsSection } from '../warnings/warnings-section.tsx'
import classes from './facts.module.css'
import { type FactsTab, FactsTabs } from './facts-tabs.tsx'
import { placeIn } from './place-memory.ts'
import { useFactsPlace } from './use-facts-place.ts'

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
  /** Every section at once: for a link into the page, or to come back to a place in it. */
  whole: boolean
  /** False where the address names a part: that wins over where the reader was. */
  comesBack: boolean
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
export const FactsPane = memo(function FactsPane({
  session,
  walk,
  card,
  why,
  onWhyDone,
  mayAnswer,
  pane,
  active,
  onGo,
  trail,
  whole,
  comesBack,
}: Props) {
  const folded = useMediaQuery(trailFoldsAt, false, { getInitialValueInEffect: false })
  const [onTrail, setOnTrail] = useState(() => placeIn(session.id).onTrail)
  const tabs = useMemo(() => tabsOf(session), [session])
  const showTrail = folded && onTrail
  useFactsPlace(session.id, pane, comesBack)
  const go = (anchor: string) => {
    placeIn(session.id).onTrail = anchor === trailAnchor
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
        <SectionList all={whole} />
      </div>
    </section>
  )
})
