import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { score as shownScore } from '../../../lib/format.ts'
import { filterOf, plainView, type Size } from '../evidence/media-view.ts'
import { type BenchFace, fewest, most, type ScoredPair } from './bench-faces.ts'
import { createSharedView } from './shared-view.ts'
import { useFlicker } from './use-flicker.ts'

export type BenchMode = 'side' | 'blend' | 'flicker'

interface Input {
  all: readonly BenchFace[]
  chosen: readonly string[]
  pairs: readonly ScoredPair[]
  choose: (refs: readonly string[]) => void
}

/** All panes have the size of the first. */
function paneSize(): Size {
  const pane = document.querySelector('[data-bench-pane]')
  return { width: pane?.clientWidth ?? 0, height: pane?.clientHeight ?? 0 }
}

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high)

/** Everything that the bench knows while it is open. Nothing of it is written back to a picture. */
export function useBench({ all, chosen, pairs, choose }: Input) {
  const [view] = useState(() => createSharedView(paneSize))
  const look = useSyncExternalStore(view.subscribe, view.settled)
  const [said, say] = useState('')
  const [mode, setMode] = useState<BenchMode>('side')
  const [current, setCurrent] = useState(0)
  const [mirrored, setMirrored] = useState<ReadonlySet<string>>(new Set())
  const [light, setLight] = useState({ brightness: 1, contrast: 1 })
  const [guides, setGuides] = useState(true)
  const [mix, setMix] = useState(50)
  const [overlaid, setOverlaid] = useState<readonly [string, string] | null>(null)
  const flicker = useFlicker(mode === 'flicker')
  useEffect(() => () => view.stop(), [view])

  const faces = useMemo(() => chosen.flatMap((ref) => all.find((face) => face.ref === ref) ?? []), [all, chosen])
  const at = (ref: string | undefined, otherwise: number) => faces.find((face) => face.ref === ref) ?? faces[otherwise]
  const under = at(overlaid?.[0], 0)
  const over = at(overlaid?.[1], under === faces[1] ? 0 : 1)

  const zoomed = () => say(`Zoom ${Math.round(view.view.zoom * 10) / 10}×, all pictures`)
  const enter = (wanted: BenchMode) => {
    setMode(wanted)
    if (wanted === 'side') say('Pictures side by side')
    if (wanted === 'blend') say(`${over?.label ?? ''} at ${mix}% over ${under?.label.toLowerCase() ?? ''}`)
    if (wanted !== 'flicker') return
    flicker.run(null)
    say(flicker.reduced ? 'Two pictures, one at a time; they do not move by themselves' : 'Alternating two pictures')
  }

  return {
    view,
    look,
    all,
    faces,
    pairs: pairs.filter((pair) => pair.refs.every((ref) => chosen.includes(ref))),
    pair: [under, over] as const,
    mode,
    flicker,
    guides,
    mirrored,
    light,
    mix,
    said,
    current: Math.min(current, faces.length - 1),
    setCurrent,
    filter: filterOf({ ...plainView, ...light }),
    zoom: (factor: number) => {
      view.zoom(factor)
      zoomed()
    },
    step: (dx: number, dy: number) => {
      view.step(dx, dy)
      say(view.view.zoom > 1 ? 'All pictures moved' : 'Zoom in before moving')
    },
    turn: (quarters: 1 | -1) => {
      view.turn(quarters)
      say(view.view.rotation === 0 ? 'All pictures upright' : `All pictures turned by ${view.view.rotation}°`)
    },
    mirror: (index: number) => {
      const face = faces[index]
      if (!face) return
      const next = new Set(mirrored)
      if (!next.delete(face.ref)) next.add(face.ref)
      setMirrored(next)
      say(`${face.label} ${next.has(face.ref) ? 'mirrored' : 'as taken'}`)
    },
    reset: () => {
      view.reset()
      setMirrored(new Set())
      setLight({ brightness: 1, contrast: 1 })
      say('All pictures as taken')
    },
    setLight: (change: Partial<typeof light>) => setLight({ ...light, ...change }),
    toggleGuides: () => {
      setGuides(!guides)
      say(guides ? 'Guide lines hidden' : 'Guide lines shown')
    },
    go: (by: 1 | -1) => {
      const next = (Math.min(current, faces.length - 1) + by + faces.length) % faces.length
      setCurrent(next)
      say(`On ${faces[next]?.label ?? ''}`)
    },
    toggleMode: (wanted: BenchMode) => enter(mode === wanted ? 'side' : wanted),
    setMix: (value: number) => {
      const next = between(0, value, 100)
      setMix(next)
      say(`${over?.label ?? ''} at ${next}%`)
    },
    overlay: (one: string, two: string) => setOverlaid([one, two]),
    swap: () => {
      flicker.run(false)
      flicker.swap()
      say(`${(flicker.over ? under : over)?.label ?? ''} shown`)
    },
    runFlicker: () => {
      flicker.run(!flicker.running)
      say(flicker.running ? 'Flicker stopped' : 'Alternating two pictures, one change each half second')
    },
    toggleFace: (face: BenchFace | undefined) => {
      if (!face) return
      const isOn = chosen.includes(face.ref)
      if (isOn && chosen.length <= fewest) return say('Two faces are the fewest to compare')
      if (!isOn && chosen.length >= most) return say('Four faces are the most: take one away first')
      choose(isOn ? chosen.filter((ref) => ref !== face.ref) : [...chosen, face.ref])
      const pair = pairs.find(({ refs }) => refs.includes(face.ref) && refs.some((ref) => chosen.includes(ref) && ref !== face.ref))
      say(isOn ? `${face.label} taken away` : `${face.label} added${pair ? `; ${pair.label} ${shownScore(pair.score)} of 100` : ''}`)
    },
  }
}
export type BenchState = ReturnType<typeof useBench>
