import type { BudgetReport } from '@verdict/contract/connection'
import { plural, time } from '../../lib/format.ts'
import { budgetInWords, budgetWords, lanes } from './connection.words.ts'
import styles from './connection-page.module.css'

type Budget = BudgetReport['budgets'][number]

const STEPS_A_MINUTE = 6

/** Ten seconds each: how many calls this process made, by who they were for. */
function Steps({ budget }: { budget: Budget }) {
  const sums = budget.steps.map(({ calls }) => lanes.reduce((sum, lane) => sum + calls[lane], 0))
  const most = Math.max(budget.limit / STEPS_A_MINUTE, ...sums)
  const all = sums.reduce((sum, calls) => sum + calls, 0)
  const busiest = Math.max(...sums)
  return (
    <figure className={styles.figure}>
      <div
        className={styles.steps}
        role="img"
        aria-label={`${plural(all, 'call', 'calls')} in five minutes, at most ${String(busiest)} in ten seconds`}
      >
        {budget.steps.map(({ at, calls }) => (
          <span
            key={at}
            className={styles.step}
            title={`${time(at, { seconds: true })}: ${lanes.map((lane) => String(calls[lane])).join(' · ')}`}
          >
            {lanes.map((lane) => (
              <span key={lane} data-lane={lane} style={{ height: `${String((100 * calls[lane]) / most)}%` }} />
            ))}
          </span>
        ))}
      </div>
      <figcaption className={styles.caption}>
        <span>5 min ago</span>
        <span>now</span>
      </figcaption>
    </figure>
  )
}

/** One of Didit's limits: how much of this minute is used, by whom, and the minutes before. */
export function BudgetCard({ budget }: { budget: Budget }) {
  const share = (calls: number) => `${String((100 * Math.min(calls, budget.limit)) / budget.limit)}%`
  return (
    <section className={styles.card} aria-label={budgetWords[budget.name]}>
      <header className={styles.head}>
        <h3 className={styles.name}>{budgetWords[budget.name]}</h3>
        <p className={styles.used}>
          <strong>{budget.used}</strong> of {budget.limit} a minute
        </p>
      </header>
      <div className={styles.meter} role="img" aria-label={budgetInWords(budget)} data-full={budget.used >= budget.limit}>
        {lanes.map((lane) => (
          <span key={lane} data-lane={lane} style={{ width: share(budget.byLane[lane]) }} />
        ))}
      </div>
      <p className={styles.room}>
        {budget.freeInSeconds > 0
          ? `This minute’s limit is used. The next call goes in ${plural(budget.freeInSeconds, 'second', 'seconds')}.`
          : 'There is room.'}
      </p>
      <Steps budget={budget} />
    </section>
  )
}
