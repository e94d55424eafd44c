import classes from '../policy.module.css'

/** A list of the policy as readers see it. */
export function RuledList({ label, description, items }: { label: string; description: string; items: readonly string[] }) {
  return (
    <div>
      <p className={classes.ruled}>{label}</p>
      <p className={classes.meta}>{description}</p>
      <p className={classes.about}>{items.length === 0 ? 'None' : items.join(', ')}</p>
    </div>
  )
}
