import IconPhotoOff from '@tabler/icons-react/dist/esm/icons/IconPhotoOff.mjs'
import { type CSSProperties, useState } from 'react'
import { mediaUrl } from '../../../lib/api.ts'
import classes from './bench.module.css'
import type { SharedView } from './shared-view.ts'

interface Props {
  sessionId: string
  refName: string
  label: string
  view: SharedView
  mirrored: boolean
  filter: string | undefined
  style?: CSSProperties
}

/** One picture under the shared transform; mirrored on its own. It is shown once it is decoded. */
export function BenchPicture({ sessionId, refName, label, view, mirrored, filter, style }: Props) {
  const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming')
  const [tries, setTries] = useState(0)
  const { layer } = view
  const url = mediaUrl(sessionId, refName)
  if (state === 'failed')
    return (
      <div className={classes.failed} role="alert">
        <IconPhotoOff size={24} stroke={1.5} aria-hidden />
        <span>{label} cannot be shown. Its link may have run out.</span>
        <button
          type="button"
          onClick={() => {
            setTries(tries + 1)
            setState('coming')
          }}
        >
          Try again
        </button>
      </div>
    )
  return (
    <div ref={layer} className={classes.layer} data-bench-layer style={style}>
      <img
        src={tries === 0 ? url : `${url}?again=${tries}`}
        alt={label}
        decoding="async"
        draggable={false}
        data-here={state === 'here' || undefined}
        style={{ transform: mirrored ? 'scaleX(-1)' : undefined, filter }}
        onLoad={(event) => {
          const shown = () => setState('here')
          event.currentTarget.decode().then(shown, shown)
        }}
        onError={() => setState('failed')}
      />
    </div>
  )
}
