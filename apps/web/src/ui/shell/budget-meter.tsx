import { useQuery } from '@tanstack/react-query'
import type { Connection } from '@verdict/contract/connection'
import { percent, plural } from '../../lib/format.ts'
import { connectionQuery } from '../../lib/shared.queries.ts'
import styles from './top-bar.module.css'

const kinds = ['reads', 'writes', 'pdfs'] as const
const words: Record<(typeof kinds)[number], string> = { reads: 'reads', writes: 'writes', pdfs: 'PDFs' }

function share({ used, limit }: Connection['budget']['reads']): number {
  return limit > 0 ? Math.min(1, used / limit) : 0
}

/** How much of this minute's calls to Didit is used: reads, writes, PDFs; the number is the fullest. */
export function BudgetMeter() {
  const { data } = useQuery(connectionQuery)
  const budget = data?.budget
  const fullest = budget ? Math.max(...kinds.map((kind) => share(budget[kind]))) : 0
  const said = budget
    ? `This minute's calls to Didit: ${kinds.map((kind) => `${budget[kind].used} of ${plural(budget[kind].limit, words[kind], words[kind])}`).join(', ')}`
    : "This minute's calls to Didit are not known yet"
  return (
    <span className={styles.budget} title={said}>
      <span className={styles.bars} role="img" aria-label={said}>
        {kinds.map((kind) => (
          <span key={kind} className={styles.meter} data-full={budget ? share(budget[kind]) >= 0.9 : false}>
            <span style={{ transform: `scaleX(${budget ? share(budget[kind]) : 0})` }} />
          </span>
        ))}
      </span>
      <span className={styles.budgetWord}>Budget {budget ? percent(fullest) : '–'}</span>
    </span>
  )
}
