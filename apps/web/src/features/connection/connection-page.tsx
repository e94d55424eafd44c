import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ageSince, plural, time } from '../../lib/format.ts'
import { connectionQuery } from '../../lib/shared.queries.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { BudgetCard } from './budget-card.tsx'
import { budgetQuery } from './connection.queries.ts'
import { breakerInWords, laneWords, lanes } from './connection.words.ts'
import styles from './connection-page.module.css'

/** How long the longest call waited, in the unit that people read. */
const waited = (ms: number): string => (ms < 1000 ? `${String(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)

/** How Didit answers, and who spends the calls that it allows. */
export function ConnectionPage() {
  const { data: report } = useSuspenseQuery(budgetQuery)
  const { data: connection } = useQuery(connectionQuery)
  const { breaker, waits, lastError } = report
  const down = connection?.answers === false
  return (
    <>
      <PageHead title="Connection" about={`As of ${time(report.asOf, { seconds: true })}`} />
      <div className={styles.page}>
        <dl className={styles.facts}>
          <div className={styles.fact}>
            <dt>Didit</dt>
            <dd data-bad={down}>
              {connection === undefined
                ? 'Asking …'
                : (connection.problem ?? (down ? 'Does not answer.' : `Answers; last ${ageSince(connection.asOf ?? report.asOf)} ago.`))}
            </dd>
          </div>
          <div className={styles.fact}>
            <dt>Breaker</dt>
            <dd data-bad={breaker.state !== 'closed'}>{breakerInWords(breaker)}</dd>
          </div>
          <div className={styles.fact}>
            <dt>Waits</dt>
            <dd>
              {waits.calls === 0
                ? 'No call waited for room in the last five minutes.'
                : `${plural(waits.calls, 'call', 'calls')} waited for room in the last five minutes, the longest ${waited(waits.longestMs)}.`}
            </dd>
          </div>
          <div className={styles.fact}>
            <dt>Last fault</dt>
            <dd>
              {lastError === null ? (
                'None since this process started.'
              ) : (
                <>
                  {lastError.words} <span className={styles.meta}>{`${lastError.operation}, ${ageSince(lastError.at)} ago`}</span>
                </>
              )}
            </dd>
          </div>
        </dl>
        <section aria-labelledby="budget-title">
          <h2 id="budget-title" className={styles.title}>
            Budget
          </h2>
          <ul className={styles.legend}>
            {lanes.map((lane) => (
              <li key={lane}>
                <span className={styles.swatch} data-lane={lane} aria-hidden />
                <strong>{laneWords[lane].label}</strong> {laneWords[lane].about}
              </li>
            ))}
          </ul>
          <div className={styles.cards}>
            {report.budgets.map((budget) => (
              <BudgetCard key={budget.name} budget={budget} />
            ))}
          </div>
        </section>
      </div>
    </>
  )
}
