import { useMemo } from 'react'
import { encode } from 'uqr'
import styles from './second-factor.module.css'

/** A text as a QR picture: black on white in both schemes, since not every camera reads the other way round. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, dark } = useMemo(() => {
    const { size: side, data } = encode(text, { ecc: 'M', border: 4 })
    const squares = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
    return { size: side, dark: squares.join('') }
  }, [text])
  return (
    <svg className={styles.qr} viewBox={`0 0 ${String(size)} ${String(size)}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
