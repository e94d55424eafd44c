import { Button } from '@mantine/core'
import IconUserEdit from '@tabler/icons-react/dist/esm/icons/IconUserEdit.mjs'
import { lazy, Suspense, useState } from 'react'
import { time } from '../../../lib/format.ts'
import { useMay } from '../../../lib/me.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import caseClasses from '../case.module.css'
import classes from './lease.module.css'
import type { CaseLease } from './use-lease.ts'

const TakeoverDialog = lazy(async () => ({ default: (await import('./takeover-dialog.tsx')).TakeoverDialog }))

interface Props {
  lease: CaseLease
  onNext: () => void
}

/** Says who works on the case when it is not its reader, and the ways out. */
export function LeaseBanner({ lease, onNext }: Props) {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const { other, lost } = lease
  const holder = other ?? lost
  return (
    <div role="status">
      {holder !== null && (
        <div className={`${caseClasses.notice} ${classes.banner}`}>
          <IconUserEdit size={16} stroke={1.75} aria-hidden />
          <span className={classes.words}>
            {lost === null ? (
              <>
                <bdi>{holder.holder.name}</bdi> is on this case since {time(holder.since)}. You can read it and write notes; deciding waits.
              </>
            ) : (
              <>
                <bdi>{lost.holder.name}</bdi> took this case over from you at {time(lost.since)}: “{lost.takenFrom?.note}” · What you wrote
                is kept
                {other === null ? ', and the case is free again.' : '.'}
              </>
            )}
          </span>
          {other === null ? (
            <Button size="compact-sm" variant="default" onClick={lease.takeAgain}>
              Take it again
            </Button>
          ) : (
            <>
              {may('leases.takeover') && (
                <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
                  Take over
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={onNext} rightSection={<KeyHint keys="n" />}>
                Next case
              </Button>
            </>
          )}
        </div>
      )}
      {asking && other !== null && (
        <Suspense fallback={<div hidden data-dialog-coming />}>
          <TakeoverDialog holder={other.holder.name} onTake={lease.takeOver} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  )
}
