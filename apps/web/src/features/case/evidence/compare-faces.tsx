import { Tooltip, UnstyledButton } from '@mantine/core'
import IconArrowsMaximize from '@tabler/icons-react/dist/esm/icons/IconArrowsMaximize.mjs'
import IconFlipVertical from '@tabler/icons-react/dist/esm/icons/IconFlipVertical.mjs'
import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs'
import IconZoomIn from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs'
import IconZoomOut from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs'
import type { SessionDetail } from '@verdict/contract/case'
import { memo, useMemo, useState } from 'react'
import { mediaUrl } from '../../../lib/api.ts'
import { score } from '../../../lib/format.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { ToolButton } from '../parts/tool-button.tsx'
import classes from './evidence.module.css'
import { type Face, facesOf } from './faces.ts'

interface View {
  zoom: number
  guides: boolean
  mirrored: boolean
}

function FaceBox({ sessionId, face, view, onShow }: { sessionId: string; face: Face; view: View; onShow: (ref: string) => void }) {
  const [failed, setFailed] = useState(false)
  const { ref } = face
  return (
    <figure className={classes.face}>
      {ref === null || failed ? (
        <div className={classes.noFace}>{failed ? 'Picture cannot be shown' : face.absent}</div>
      ) : (
        <button
          type="button"
          className={classes.faceButton}
          onClick={() => onShow(ref)}
          aria-label={`Show ${face.label.toLowerCase()} on the stage`}
        >
          <img
            src={mediaUrl(sessionId, ref)}
            alt=""
            decoding="async"
            draggable={false}
            style={{ transform: `scale(${view.mirrored && face.label === 'Selfie' ? -view.zoom : view.zoom}, ${view.zoom})` }}
            onError={() => setFailed(true)}
          />
          {view.guides && <i className={classes.guides} aria-hidden />}
        </button>
      )}
      <figcaption>
        <strong>{face.label}</strong>
        <span>
          {face.label === 'Selfie' ? (
            `${Math.round(view.zoom * 10) / 10}×`
          ) : face.score === null ? (
            ''
          ) : (
            <span title="Face match with the selfie, of 100">{score(face.score)}</span>
          )}
        </span>
      </figcaption>
    </figure>
  )
}

/** The faces of the case side by side, zoomed together. Nothing when there are not two. */
export const CompareFaces = memo(function CompareFaces({
  session,
  onCompare,
  onShow,
}: {
  session: SessionDetail
  onCompare: () => void
  onShow: (ref: string) => void
}) {
  const faces = useMemo(() => facesOf(session), [session])
  const [view, setView] = useState<View>({ zoom: 1, guides: true, mirrored: false })
  if (faces.length === 0) return null
  const zoom = (by: number) => setView({ ...view, zoom: Math.min(4, Math.max(1, view.zoom * by)) })
  return (
    <section className={classes.compare} aria-labelledby="faces-title">
      <header>
        <h2 id="faces-title">Compare faces</h2>
        <ToolButton label="Zoom out, all faces" icon={IconZoomOut} onClick={() => zoom(1 / 1.4)} />
        <ToolButton label="Zoom in, all faces" icon={IconZoomIn} onClick={() => zoom(1.4)} />
        <ToolButton
          label="Guide lines"
          icon={IconFocusCentered}
          onClick={() => setView({ ...view, guides: !view.guides })}
          pressed={view.guides}
        />
        <ToolButton
          label="Mirror the selfie"
          icon={IconFlipVertical}
          onClick={() => setView({ ...view, mirrored: !view.mirrored })}
          pressed={view.mirrored}
        />
        <Tooltip label="Compare at full size · M">
          <UnstyledButton className={classes.openBench} aria-label="Compare at full size" aria-keyshortcuts="m" onClick={onCompare}>
            <IconArrowsMaximize size={16} stroke={1.75} aria-hidden />
            <KeyHint keys="m" />
          </UnstyledButton>
        </Tooltip>
      </header>
      <div className={classes.faces}>
        {faces.map((face) => (
          <FaceBox key={`${face.label}-${face.ref ?? ''}`} sessionId={session.id} face={face} view={view} onShow={onShow} />
        ))}
      </div>
    </section>
  )
})
