import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../lib/me.ts'
import { claimDrafts } from './model/case-drafts.ts'
import { sessionQuery } from '../../lib/shared.queries.ts'
import type { CaseQueue, CaseSlots } from './case-page.types.ts'
import { OpenCase } from './open-case.tsx'

interface Props {
  sessionId: string
  queue: CaseQueue | null
  slots: CaseSlots
  /** The part of the case that the address names. */
  at: string | null
}

/** One session, opened to be read and decided. */
export function CasePage({ sessionId, queue, slots, at }: Props) {
  const { data } = useSuspenseQuery(sessionQuery(sessionId))
  const navigate = useNavigate()
  const { id: personId } = useMe()
  useState(() => claimDrafts(personId))
  return (
    <OpenCase
      key={sessionId}
      latest={data}
      queue={queue}
      slots={slots}
      at={at}
      onBack={() => void navigate({ to: queue ? '/queue' : '/sessions' })}
    />
  )
}
