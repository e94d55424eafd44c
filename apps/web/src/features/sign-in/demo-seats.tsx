import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import type { Welcome } from '@verdict/contract/access'
import { roleNames } from '../../ui/role-names.ts'
import styles from './sign-in.module.css'

interface DemoSeatsProps {
  seats: NonNullable<Welcome['seats']>
  password: string
  chosen: string
  onChoose: (email: string) => void
}

/** The seats of the demo; choosing one fills the form. */
export function DemoSeats({ seats, password, chosen, onChoose }: DemoSeatsProps) {
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <div className={styles.demoHead}>
        <h2 id="demo-title">Demo data</h2>
        <p>
          Every person and document is invented. Pick a seat; the password is <code>{password}</code>.
        </p>
      </div>
      {seats.map((seat) => (
        <button
          key={seat.email}
          type="button"
          className={styles.seat}
          aria-pressed={seat.email === chosen}
          onClick={() => {
            onChoose(seat.email)
          }}
        >
          <b>{roleNames[seat.role]}</b>
          <span>{seat.about}</span>
          {seat.email === chosen ? <IconCheck size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        </button>
      ))}
    </section>
  )
}
