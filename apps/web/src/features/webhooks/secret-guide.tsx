import { Button } from '@mantine/core'
import { moment } from '../../lib/format.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useTakeSecret } from './webhooks.mutations.ts'
import classes from './webhooks.module.css'

/** Changing the secret without losing a delivery. The new one goes from Didit to the server; nobody sees or types it. */
export function SecretGuide({ newerSeen }: { newerSeen: boolean }) {
  const take = useTakeSecret()
  return (
    <section aria-label="Change the secret">
      <ol className={classes.guide}>
        <li>In Didit’s console open Developers, Webhooks, this destination, and rotate its secret. Didit signs with both for 24 hours.</li>
        <li>
          Take the new one over here. Verdict reads it from Didit, keeps it encrypted, and accepts the old one until Didit ends it.{' '}
          <Button
            size="compact-sm"
            variant={newerSeen ? 'filled' : 'default'}
            loading={take.isPending}
            onClick={() => take.mutate(undefined)}
          >
            Take the new secret
          </Button>
        </li>
        <li>Check a delivery.</li>
      </ol>
      <p role="status" className={classes.about}>
        {take.data
          ? take.data.changed
            ? `The secret ending in ${take.data.last4} is in use.${take.data.previousUntil ? ` The one before counts until ${moment(take.data.previousUntil)}.` : ''}`
            : `Didit still has the secret ending in ${take.data.last4}. Rotate it in the console first.`
          : ''}
      </p>
      {take.error ? <ProblemPanel error={take.error} compact /> : null}
    </section>
  )
}
