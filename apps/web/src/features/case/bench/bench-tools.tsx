import '@mantine/core/styles/Slider.layer.css'
import { Button, Slider } from '@mantine/core'
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs'
import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs'
import IconLayersIntersect from '@tabler/icons-react/dist/esm/icons/IconLayersIntersect.mjs'
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs'
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs'
import IconZoomIn from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs'
import IconZoomOut from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs'
import { ariaKeys } from '../../../lib/keys/key-names.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import classes from './bench.module.css'
import type { BenchState } from './use-bench.ts'

function Light({ bench }: { bench: BenchState }) {
  const slider = (what: 'brightness' | 'contrast', word: string) => (
    <span className={classes.slider}>
      <span aria-hidden>{word}</span>
      <Slider
        size="sm"
        min={0.4}
        max={2}
        step={0.1}
        label={null}
        thumbLabel={`${word} of all pictures`}
        value={bench.light[what]}
        onChange={(value) => bench.setLight({ [what]: value })}
      />
    </span>
  )
  return (
    <>
      {slider('brightness', 'Light')}
      {slider('contrast', 'Contrast')}
    </>
  )
}

/** What moves, turns and lights all panes at once. */
export function BenchTools({ bench }: { bench: BenchState }) {
  return (
    <div className={classes.tools} role="toolbar" aria-label="View of all pictures">
      <ToolButton label="Zoom out" keys="-" icon={IconZoomOut} onClick={() => bench.zoom(1 / 1.5)} />
      <span className={classes.zoom} title="Zoom of all pictures">
        {Math.round(bench.look.zoom * 10) / 10}×
      </span>
      <ToolButton label="Zoom in" keys="+" icon={IconZoomIn} onClick={() => bench.zoom(1.5)} />
      <ToolButton label="Turn left" keys="[" icon={IconRotate} onClick={() => bench.turn(-1)} />
      <ToolButton label="Turn right" keys="]" icon={IconRotateClockwise} onClick={() => bench.turn(1)} />
      <ToolButton label="Guide lines" keys="l" icon={IconFocusCentered} onClick={bench.toggleGuides} pressed={bench.guides} />
      <ToolButton
        label="Blend two"
        keys="b"
        icon={IconLayersIntersect}
        onClick={() => bench.toggleMode('blend')}
        pressed={bench.mode === 'blend'}
      />
      <ToolButton
        label="Flicker between two"
        keys="f"
        icon={IconArrowsExchange}
        onClick={() => bench.toggleMode('flicker')}
        pressed={bench.mode === 'flicker'}
      />
      <Light bench={bench} />
      <Button
        size="compact-sm"
        variant="default"
        onClick={bench.reset}
        aria-keyshortcuts={ariaKeys('0')}
        rightSection={<KeyHint keys="0" />}
      >
        As taken
      </Button>
    </div>
  )
}
