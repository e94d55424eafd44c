import { score } from '../../../lib/format.ts'
import { scaled } from '../model/words.ts'
import classes from './comparison.module.css'
import { type ScorePart, scoreMakeOf } from './score-parts.ts'

/** A weight is a share of 100, mostly whole. */
const plain = (weight: number): string => (Number.isInteger(weight) ? String(weight) : score(weight))

function sayOf({ word, score: points, weight, contribution }: ScorePart): string {
  return `${word}: ${points === null ? 'no score' : `${score(points)} of 100`}, weight ${plain(weight)}, adds ${score(contribution)}`
}

/** How the match score is put together: one stretch a part, as wide as its weight, filled as far as it scored. */
export function ScoreDrawing({ breakdown, match }: { breakdown: unknown; match: number | null }) {
  const make = scoreMakeOf(breakdown)
  return (
    <section className={classes.part} aria-labelledby="hit-score">
      <div className={classes.partHead}>
        <h3 id="hit-score">How the match score is made</h3>
        {make && <p className={classes.none}>{make.document}</p>}
      </div>
      {make === null ? (
        <p className={classes.quiet}>Didit did not say how it made this score.</p>
      ) : (
        <ul className={classes.parts}>
          {make.parts.map((part) => (
            <li key={part.key} style={{ flexGrow: Math.max(part.weight, 8) }} data-part={part.key}>
              <span className={classes.bar} role="img" aria-label={sayOf(part)}>
                <span style={{ width: `${scaled(part.score) ?? 0}%` }} />
              </span>
              <b>
                {part.word} +{score(part.contribution)}
              </b>
              <small>
                {part.score === null ? 'no score' : `${score(part.score)} of 100`}, weight {plain(part.weight)}
              </small>
            </li>
          ))}
        </ul>
      )}
      {make !== null && make.total !== null && match !== null && Math.abs(make.total - match) >= 0.05 && (
        <p className={classes.quiet}>
          The parts add up to {score(make.total)} of 100; Didit gives {score(match)}.
        </p>
      )}
    </section>
  )
}

/** A score of 0–100 on its scale, which is named. */
export function HundredScale({ label, value }: { label: string; value: number | null }) {
  const at = scaled(value)
  return (
    <div className={classes.scale} role="img" aria-label={at === null ? `${label}: no score` : `${label}: ${score(at)} of 100`}>
      <p>
        <span>{label}</span>
        <b>{at === null ? 'No score' : score(at)}</b>
      </p>
      <span className={classes.track}>{at !== null && <span style={{ left: `${at}%` }} />}</span>
      <p className={classes.ticks}>
        <span>0</span>
        <span>100</span>
      </p>
    </div>
  )
}
