import { useKeys } from '../../../lib/keys/use-keys.ts'
import type { KeyBinding } from '../../../lib/keys/keys.types.ts'
import { useOverlays } from '../../../ui/shell/overlays.tsx'
import { keyed } from './face-picker.tsx'
import type { BenchState } from './use-bench.ts'

/** One arrow key moves the pictures by so much; CSS pixels. */
const stepSize = 48

/** The keys of the bench. They rest while the list of keys lies over it. */
export function useBenchKeys(bench: BenchState): void {
  const overlays = useOverlays()
  const key = (keys: readonly string[], label: string, run: () => void, more: Partial<KeyBinding> = {}): KeyBinding => ({
    keys,
    label,
    inDialogs: true,
    ...more,
    run: () => {
      if (overlays.open === null) run()
    },
  })
  const isOverlay = bench.mode !== 'side'
  useKeys('Bench', [
    key(['+', '='], 'Zoom in, all', () => bench.zoom(1.5), { moves: true }),
    key(['-'], 'Zoom out, all', () => bench.zoom(1 / 1.5), { moves: true }),
    key(['0'], 'All pictures as taken', bench.reset),
    key(['['], 'Turn left, all', () => bench.turn(-1)),
    key([']'], 'Turn right, all', () => bench.turn(1)),
    key(['ArrowLeft'], 'Look further left, all', () => bench.step(stepSize, 0), { moves: true }),
    key(['ArrowRight'], 'Look further right, all', () => bench.step(-stepSize, 0), { moves: true }),
    key(['ArrowUp'], 'Look further up, all', () => bench.step(0, stepSize), { moves: true }),
    key(['ArrowDown'], 'Look further down, all', () => bench.step(0, -stepSize), { moves: true }),
    key(['j'], 'Next pane', () => bench.go(1), { moves: true, enabled: !isOverlay }),
    key(['k'], 'Pane before', () => bench.go(-1), { moves: true, enabled: !isOverlay }),
    key(['x'], 'Mirror the current pane', () => bench.mirror(bench.current), { enabled: !isOverlay }),
    key(['l'], 'Guide lines', bench.toggleGuides),
    key(['b'], 'Blend two', () => bench.toggleMode('blend')),
    key([','], 'Less of the upper picture', () => bench.setMix(bench.mix - 10), { moves: true, enabled: bench.mode === 'blend' }),
    key(['.'], 'More of the upper picture', () => bench.setMix(bench.mix + 10), { moves: true, enabled: bench.mode === 'blend' }),
    key(['f'], 'Flicker between two', () => bench.toggleMode('flicker')),
    key(['s'], 'Start or stop the flicker', bench.runFlicker, { enabled: bench.mode === 'flicker' }),
    key(['o'], 'Show the other of two', bench.swap, { enabled: bench.mode === 'flicker' }),
    ...bench.all
      .slice(0, keyed)
      .map((face, index) => key([String(index + 1)], `${face.label}: add or take away`, () => bench.toggleFace(face))),
    key(['?'], 'This list', () => overlays.show('keys'), { hidden: true }),
  ])
}
