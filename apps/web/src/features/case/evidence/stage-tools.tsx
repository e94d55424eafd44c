import '@mantine/core/styles/Slider.layer.css'
import { Button, Popover, Slider, UnstyledButton } from '@mantine/core'
import IconAdjustmentsHorizontal from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs'
import IconFlipVertical from '@tabler/icons-react/dist/esm/icons/IconFlipVertical.mjs'
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs'
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs'
import IconZoomIn from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs'
import IconZoomOut from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import classes from './evidence.module.css'
import type { MediaViewControl } from './use-media-view.ts'

function More({ control }: { control: MediaViewControl }) {
  const { view, light } = control
  const changed = view.brightness !== 1 || view.contrast !== 1
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.tool} aria-label="More ways to look" data-on={changed || view.mirrored || undefined}>
          <IconAdjustmentsHorizontal size={16} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.light} aria-label="More ways to look">
        <div className={classes.tools}>
          <ToolButton label="Turn left" keys="[" icon={IconRotate} onClick={() => control.turn(-1)} />
          <ToolButton label="Zoom out" keys="-" icon={IconZoomOut} onClick={control.zoomOut} />
          <ToolButton label="Mirror" keys="x" icon={IconFlipVertical} onClick={control.mirror} pressed={view.mirrored} />
        </div>
        <span>Light</span>
        <Slider
          min={0.4}
          max={2}
          step={0.1}
          label={null}
          thumbLabel="Light"
          value={view.brightness}
          onChange={(brightness) => light({ brightness })}
        />
        <span>Contrast</span>
        <Slider
          min={0.4}
          max={2}
          step={0.1}
          label={null}
          thumbLabel="Contrast"
          value={view.contrast}
          onChange={(contrast) => light({ contrast })}
        />
        <Button size="compact-sm" variant="default" onClick={control.reset} rightSection={<KeyHint keys="0" />}>
          As taken
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Turn, zoom, mirror and light of what is on the stage. */
export function StageTools({ control }: { control: MediaViewControl }) {
  return (
    <div className={classes.tools} role="toolbar" aria-label="View of the picture">
      <ToolButton label="Turn right" keys="]" icon={IconRotateClockwise} onClick={() => control.turn(1)} />
      <ToolButton label="Zoom in" keys="+" icon={IconZoomIn} onClick={control.zoomIn} />
      <More control={control} />
    </div>
  )
}
