import { useMe } from '../../lib/me.ts'
import { BudgetMeter } from './budget-meter.tsx'
import { ConnectionDot } from './connection-dot.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SearchButton } from './search-button.tsx'
import styles from './top-bar.module.css'

export function DemoChip() {
  return useMe().demo ? <span className={styles.demo}>Demo data</span> : null
}

/** The bar of list pages; the case has a header of its own, made of the same parts. */
export function TopBar() {
  return (
    <section className={styles.bar} aria-label="Search and state">
      <SearchButton />
      <span className={styles.space} />
      <DemoChip />
      <ConnectionDot />
      <span className={`${styles.rule} ${styles.budgetRule}`} />
      <BudgetMeter />
      <span className={styles.rule} />
      <PersonMenu />
    </section>
  )
}
