import { Modal } from '@mantine/core'
import type { SessionDetail } from '@verdict/contract/case'
import { useEffect, useMemo, useState } from 'react'
import { PersonName } from '../../../ui/person-name.tsx'
import { ScoreScale } from '../../../ui/score-scale.tsx'
import { useOverlays } from '../../../ui/shell/overlays.tsx'
import { benchFaces, chosenOf, fewest, scoredPairs } from './bench-faces.ts'
import { BenchStage } from './bench-stage.tsx'
import { BenchTools } from './bench-tools.tsx'
import classes from './bench.module.css'
import { FacePicker } from './face-picker.tsx'
import { OverlayTools } from './overlay-tools.tsx'
import { useBench } from './use-bench.ts'
import { useBenchKeys } from './use-bench-keys.ts'

interface Props {
  session: SessionDetail
  /** What the address says of the faces. */
  asked: string | number
  onChoose: (refs: readonly string[]) => void
  onClose: () => void
}

function Inside({ session, asked, onChoose }: Omit<Props, 'onClose'>) {
  const all = useMemo(() => benchFaces(session), [session])
  const pairs = useMemo(() => scoredPairs(session, all), [session, all])
  const chosen = useMemo(() => chosenOf(asked, all, session), [asked, all, session])
  const bench = useBench({ all, chosen, pairs, choose: onChoose })
  useBenchKeys(bench)
  if (all.length < fewest) return <p className={classes.none}>This case has no two faces to compare.</p>
  return (
    <>
      <BenchTools bench={bench} />
      <FacePicker sessionId={session.id} bench={bench} />
      <OverlayTools bench={bench} />
      <BenchStage sessionId={session.id} bench={bench} who={session.name ?? 'this applicant'} />
      <footer className={classes.foot}>
        <div className={classes.scores} role="group" aria-label="Face match scores">
          {bench.pairs.map((pair) => (
            <ScoreScale key={pair.refs.join(' ')} value={pair.score} label={pair.label} />
          ))}
          {bench.pairs.length === 0 && <span>Didit scored no pair of these.</span>}
        </div>
        <p role="status" aria-live="polite" className={classes.said}>
          {bench.said}
        </p>
      </footer>
    </>
  )
}

/** Gives the focus back to where it was, or to the warning that is being answered when the bench was opened by its address. */
function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const still = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null
        ;(still ?? document.querySelector<HTMLElement>('[data-current-warning]'))?.focus({ preventScroll: true })
      })
    },
    [before],
  )
}

/** Faces of a case side by side at full size, moved together. Looking changes nothing. */
export function Bench({ session, asked, onChoose, onClose }: Props) {
  const { open } = useOverlays()
  useReturnFocus()
  return (
    <Modal
      opened
      fullScreen
      zIndex={190}
      onClose={onClose}
      closeOnEscape={open === null}
      title={
        <>
          Compare faces <PersonName name={session.name} />
        </>
      }
      closeButtonProps={{ 'aria-label': 'Close the comparison', 'aria-keyshortcuts': 'Escape' }}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? '', header: classes.header ?? '', title: classes.title ?? '', body: classes.body ?? '' }}
    >
      <Inside session={session} asked={asked} onChoose={onChoose} />
    </Modal>
  )
}
