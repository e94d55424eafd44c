import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moment, plural } from '../../lib/format.ts'
import { Chip } from '../../ui/chip.tsx'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { useOfferFactor, useRemoveFactor, useRenewCodes } from './account.mutations.ts'
import { myFactorQuery } from './account.queries.ts'
import styles from './account.module.css'
import { CodesDialog, SetupDialog } from './factor-dialogs.tsx'

/** One's second factor: since when, how many recovery codes are left, and what can be done with it. */
export function FactorCard() {
  const { on, since, codesLeft, required } = useSuspenseQuery(myFactorQuery).data
  const offer = useOfferFactor()
  const renew = useRenewCodes()
  const remove = useRemoveFactor()
  const [codes, setCodes] = useState<string[] | null>(null)
  const error = offer.error ?? renew.error ?? remove.error
  return (
    <section className={styles.card} aria-labelledby="factor-title">
      <div className={styles.head}>
        <h2 id="factor-title">Second factor</h2>
        <Chip hue={on ? 'good' : 'plain'}>{on ? 'On' : 'Off'}</Chip>
      </div>
      <div className={styles.body}>
        {on && since !== null ? (
          <p>
            You sign in with a code of your app, since {moment(since)}. {plural(codesLeft, 'recovery code')} left
            {codesLeft < 3 ? ': make new ones while you still can sign in.' : '.'}
          </p>
        ) : (
          <p>A code of your phone besides the password. Whoever learns your password still cannot decide under your name.</p>
        )}
        {on && required && <p className={styles.meta}>Your role asks for it, so it cannot be switched off.</p>}
        <div className={styles.ways}>
          <Button variant="default" size="xs" loading={offer.isPending} onClick={() => offer.mutate()}>
            {on ? 'Move it to another phone' : 'Set up second factor'}
          </Button>
          {on && (
            <Button
              variant="default"
              size="xs"
              loading={renew.isPending}
              onClick={() => renew.mutate(undefined, { onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes) })}
            >
              Make new recovery codes
            </Button>
          )}
          {on && !required && (
            <Button variant="default" size="xs" loading={remove.isPending} onClick={() => remove.mutate()}>
              Switch second factor off
            </Button>
          )}
        </div>
        {error ? <ProblemPanel error={error} compact /> : null}
      </div>
      {offer.data ? (
        <SetupDialog
          offer={offer.data}
          onClose={() => offer.reset()}
          onCodes={(made) => {
            setCodes(made)
            offer.reset()
          }}
        />
      ) : null}
      {codes ? <CodesDialog codes={codes} onClose={() => setCodes(null)} /> : null}
    </section>
  )
}
