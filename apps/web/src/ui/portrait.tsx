import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import type { SessionKind } from '@verdict/contract/session'
import { useState } from 'react'
import { mediaUrl } from '../lib/api.ts'
import styles from './portrait.module.css'

interface PortraitProps {
  sessionId: string
  kind: SessionKind
  hasPortrait: boolean
  width?: number
  height?: number
  /** Null beside a written name, which is how it stands in lists. */
  alt?: string | null
  /** Another picture than the portrait. */
  mediaRef?: string
  /** Loads while it is not in sight: in a case that waits laid out behind the open one. */
  eager?: boolean
}

/** Picture in a box that is there before it loads; says nothing about looks. */
export function Portrait({
  sessionId,
  kind,
  hasPortrait,
  width = 32,
  height = 40,
  alt = null,
  mediaRef = 'portrait',
  eager = false,
}: PortraitProps) {
  const src = mediaUrl(sessionId, mediaRef)
  const [missing, setMissing] = useState<string | null>(null)
  const Icon = kind === 'business' ? IconBuilding : IconUser
  const absent = !hasPortrait || missing === src
  return (
    <span
      className={`${styles.box} ${absent && kind === 'business' ? styles.outlined : ''}`}
      style={{ width, height }}
      {...(absent && alt ? { role: 'img', 'aria-label': `${alt}: no picture stored` } : {})}
    >
      {absent && <Icon size={Math.round(width * 0.6)} stroke={1.5} aria-hidden />}
      {!absent && (
        <img
          key={src}
          src={src}
          alt={alt ?? ''}
          width={width}
          height={height}
          decoding="async"
          loading={eager ? 'eager' : 'lazy'}
          draggable={false}
          className={styles.image}
          onError={() => {
            setMissing(src)
          }}
        />
      )}
    </span>
  )
}
