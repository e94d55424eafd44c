import { score } from '../lib/format.ts'
import styles from './score-scale.module.css'

/** A stretch of the scale; `to` is where the next begins. Only the one that the score lies in has colour. */
export interface ScoreBand {
  from: number
  to: number
  hue: 'good' | 'attention' | 'bad' | 'plain'
  /** "approves", "goes to review", "declines". */
  means: string
}

interface ScoreScaleProps {
  /** Null when the check gave no score. */
  value: number | null
  /** What was scored: "Selfie to document". */
  label: string
  bands?: readonly ScoreBand[]
  min?: number
  max?: number
}

/** Bands of a check that declines under one number and approves from another. */
export function bandsOf({
  declinesUnder,
  approvesFrom,
  max = 100,
}: {
  declinesUnder?: number
  approvesFrom?: number
  max?: number
}): ScoreBand[] {
  const low = declinesUnder ?? 0
  const high = approvesFrom ?? max
  const bands: ScoreBand[] = [
    { from: 0, to: low, hue: 'bad', means: 'declines' },
    { from: low, to: high, hue: 'attention', means: 'goes to review' },
    { from: high, to: max, hue: 'good', means: 'approves' },
  ]
  return bands.filter((band) => band.to > band.from)
}

/** A machine's score beside its scale; the number is never shown without it. */
export function ScoreScale({ value, label, bands, min = 0, max = 100 }: ScoreScaleProps) {
  const shown = bands && bands.length > 0 ? bands : [{ from: min, to: max, hue: 'plain' as const, means: '' }]
  const at = (point: number): string => `${(100 * (Math.min(max, Math.max(min, point)) - min)) / (max - min)}%`
  const holding = value === null ? undefined : (shown.find((band) => value >= band.from && value < band.to) ?? shown.at(-1))
  const ticks = [...new Set([min, ...shown.flatMap((band) => [band.from, band.to]), max])].toSorted((a, b) => a - b)
  const said = value === null ? `${label}: no score` : `${label}: ${score(value)} of ${max}${holding?.means ? `, ${holding.means}` : ''}`
  return (
    <div className={styles.row} role="img" aria-label={said}>
      <span className={styles.value}>{value === null ? '–' : score(value)}</span>
      <span className={styles.scale}>
        <span className={styles.bar}>
          {shown.map((band) => (
            <span
              key={band.from}
              className={`${styles.band} ${band === holding && band.hue !== 'plain' ? styles[band.hue] : ''}`}
              style={{ flexGrow: band.to - band.from, flexBasis: 0 }}
            />
          ))}
        </span>
        {value !== null && <span className={styles.needle} style={{ left: at(value) }} />}
        <span className={styles.ticks} style={{ display: 'block' }}>
          {ticks.map((tick) => (
            <span key={tick} className={styles.tick} style={{ left: at(tick) }}>
              {tick}
            </span>
          ))}
        </span>
      </span>
      <span className={styles.label}>{value === null ? `${label}: no score` : label}</span>
    </div>
  )
}
