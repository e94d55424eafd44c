import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Activity, useCallback, useState } from 'react'
import { useMe } from '../../lib/me.ts'
import { claimDrafts } from './model/case-drafts.ts'
import { sessionQuery } from '../../lib/shared.queries.ts'
import type { CaseQueue, CaseSlots } from './case-page.types.ts'
import { OpenCase } from './open-case.tsx'
import { useCaseAhead } from './use-case-ahead.ts'

interface Props {
  sessionId: string
  queue: CaseQueue | null
  slots: CaseSlots
  /** The part of the case that the address names. */
  at: string | null
}

/**
 * One session, opened to be read and decided, and behind it the next one, laid out already but not shown: the key that
 * decides has nothing left to do but to turn the page. The open case stands first: ids are found in it.
 */
export function CasePage({ sessionId, queue, slots, at }: Props) {
  const { data } = useSuspenseQuery(sessionQuery(sessionId))
  const navigate = useNavigate()
  const { id: personId } = useMe()
  useState(() => claimDrafts(personId))
  const ahead = useCaseAhead(sessionId, queue)
  const inQueue = queue !== null
  const onBack = useCallback(() => void navigate({ to: inQueue ? '/queue' : '/sessions' }), [navigate, inQueue])
  return [data, ...(ahead === null ? [] : [ahead])].map((session) => {
    const shown = session.id === sessionId
    return (
      <Activity key={session.id} mode={shown ? 'visible' : 'hidden'}>
        <OpenCase latest={session} shown={shown} queue={queue} slots={slots} at={shown ? at : null} onBack={onBack} />
      </Activity>
    )
  })
}
