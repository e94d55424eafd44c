import { Button, Slider } from '@mantine/core'
import { ariaKeys } from '../../../lib/keys/key-names.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import classes from './bench.module.css'
import type { BenchState } from './use-bench.ts'

function Choice({ label, value, bench, onChange }: { label: string; value: string; bench: BenchState; onChange: (ref: string) => void }) {
  return (
    <label className={classes.choice}>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {bench.faces.map((face) => (
          <option key={face.ref} value={face.ref}>
            {face.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Which two pictures lie over each other, and how much of each is seen. */
export function OverlayTools({ bench }: { bench: BenchState }) {
  const [under, over] = bench.pair
  if (bench.mode === 'side' || !under || !over) return null
  const { flicker } = bench
  // Choosing what the other place holds changes the two over.
  const lay = (one: string, two: string) => bench.overlay(one, one === two ? (one === under.ref ? over.ref : under.ref) : two)
  return (
    <div className={classes.overlay} role="group" aria-label={bench.mode === 'blend' ? 'Blend' : 'Flicker'}>
      <Choice label="Under" value={under.ref} bench={bench} onChange={(ref) => lay(ref, ref === over.ref ? under.ref : over.ref)} />
      <Choice label="Over" value={over.ref} bench={bench} onChange={(ref) => lay(ref === under.ref ? over.ref : under.ref, ref)} />
      {bench.mode === 'blend' ? (
        <span className={classes.mix}>
          <KeyHint keys="," />
          <Slider
            size="sm"
            min={0}
            max={100}
            step={5}
            label={null}
            thumbLabel={`How much of ${over.label.toLowerCase()} is seen, per cent`}
            value={bench.mix}
            onChange={bench.setMix}
          />
          <KeyHint keys="." />
          <b>{bench.mix}%</b>
        </span>
      ) : (
        <>
          <Button
            size="compact-sm"
            variant="default"
            onClick={bench.runFlicker}
            aria-keyshortcuts={ariaKeys('s')}
            rightSection={<KeyHint keys="s" />}
          >
            {flicker.running ? 'Stop' : 'Start'}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={bench.swap}
            aria-keyshortcuts={ariaKeys('o')}
            rightSection={<KeyHint keys="o" />}
          >
            Show {(flicker.over ? under : over).label.toLowerCase()}
          </Button>
          <span className={classes.hint}>
            {flicker.running
              ? 'One change each half second'
              : flicker.reduced
                ? 'Stands still, as your device asks for less motion'
                : 'Stands still'}
          </span>
        </>
      )}
    </div>
  )
}
