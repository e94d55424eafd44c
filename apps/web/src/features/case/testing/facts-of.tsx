import type { SessionDetail } from '@verdict/contract/case'
import { CaseRoomProvider } from '../case-room.tsx'
import { SectionList } from '../sections/section-list.tsx'
import { useWarningWalk } from '../warnings/use-warning-walk.ts'
import { WarningsSection } from '../warnings/warnings-section.tsx'

const nothing = () => undefined

/** The facts of a case without the panes around them. */
export function FactsOf({ session }: { session: SessionDetail }) {
  const walk = useWarningWalk(session)
  return (
    <CaseRoomProvider value={{ session, show: nothing, goTo: nothing, open: nothing }}>
      <WarningsSection walk={walk} may card={null} why={null} onWhyDone={nothing} />
      <SectionList all />
    </CaseRoomProvider>
  )
}
