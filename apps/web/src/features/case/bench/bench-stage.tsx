import { useElementSize } from '@mantine/hooks'
import { useLayoutEffect } from 'react'
import type { BenchFace } from './bench-faces.ts'
import classes from './bench.module.css'
import { Pane, PaneHead } from './bench-pane.tsx'
import { BenchPicture } from './bench-picture.tsx'
import type { BenchState } from './use-bench.ts'

interface Props {
  sessionId: string
  bench: BenchState
  who: string
}

function Overlaid({ sessionId, bench, who }: Props) {
  const { view, filter, mirrored, mode, mix, flicker } = bench
  const [under, over] = bench.pair
  if (!under || !over) return null
  const opacity = mode === 'blend' ? mix / 100 : flicker.over ? 1 : 0
  const picture = (face: BenchFace) => ({
    sessionId,
    refName: face.ref,
    label: `${face.label} of ${who}`,
    view,
    mirrored: mirrored.has(face.ref),
    filter,
  })
  return (
    <figure className={classes.figure}>
      <Pane name={`${under.label} under ${over.label.toLowerCase()}`} view={view} guides={bench.guides} current>
        <BenchPicture key={under.ref} {...picture(under)} />
        <BenchPicture key={over.ref} {...picture(over)} style={{ opacity }} />
      </Pane>
    </figure>
  )
}

/** The chosen faces side by side, or two of them laid over each other. */
export function BenchStage({ sessionId, bench, who }: Props) {
  const { view, faces, mode } = bench
  const { ref } = useElementSize()
  // Panes have another size after every change of their number or of the window.
  useLayoutEffect(() => view.fit())
  return (
    <div ref={ref} className={classes.stage} data-panes={mode === 'side' ? faces.length : 1}>
      {mode === 'side' ? (
        faces.map((face, index) => (
          <figure key={face.ref} className={classes.figure}>
            <PaneHead
              label={face.label}
              about={face.about}
              mirrored={bench.mirrored.has(face.ref)}
              onMirror={() => bench.mirror(index)}
              onFocus={() => bench.setCurrent(index)}
            />
            <Pane
              name={face.label}
              view={view}
              guides={bench.guides}
              current={bench.current === index}
              onTouch={() => bench.setCurrent(index)}
            >
              <BenchPicture
                sessionId={sessionId}
                refName={face.ref}
                label={`${face.about} of ${who}`}
                view={view}
                mirrored={bench.mirrored.has(face.ref)}
                filter={bench.filter}
              />
            </Pane>
          </figure>
        ))
      ) : (
        <Overlaid sessionId={sessionId} bench={bench} who={who} />
      )}
    </div>
  )
}
