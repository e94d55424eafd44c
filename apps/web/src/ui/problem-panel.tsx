import { Button } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconFileSearch from '@tabler/icons-react/dist/esm/icons/IconFileSearch.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs'
import type { Problem } from '@verdict/contract/problem'
import type { ReactNode } from 'react'
import { plural } from '../lib/format.ts'
import { asProblem } from '../lib/problem.ts'
import { EmptyState } from './empty-state.tsx'
import styles from './empty-state.module.css'

function iconOf(problem: Problem): TablerIcon {
  if (problem.code === 'not-allowed') return IconLock
  if (problem.code === 'not-found') return IconFileSearch
  if (problem.status === 0 || problem.code.startsWith('upstream')) return IconPlugConnectedX
  return IconAlertTriangle
}

interface ProblemPanelProps {
  /** Whatever was thrown. */
  error: unknown
  onRetry?: () => void
  retrying?: boolean
  /** More ways out, beside Retry. */
  actions?: ReactNode
  /** In its place among other things, without filling the pane. */
  compact?: boolean
  /** 1 when it stands in the place of a whole page. */
  level?: 1 | 2
}

/** What happened, what it means, what to do. */
export function ProblemPanel({ error, onRetry, retrying = false, actions, compact = false, level = 2 }: ProblemPanelProps) {
  const problem = asProblem(error)
  const quiet = problem.code === 'not-allowed' || problem.code === 'not-found'
  return (
    <div role="alert" className={compact ? undefined : styles.whole}>
      <EmptyState
        icon={iconOf(problem)}
        hue={quiet ? 'plain' : 'attention'}
        title={problem.title}
        middle={!compact}
        level={level}
        actions={
          <>
            {onRetry && !quiet && (
              <Button variant="default" onClick={onRetry} loading={retrying}>
                Try again
              </Button>
            )}
            {actions}
          </>
        }
      >
        <p>{problem.detail}</p>
        {problem.changes && problem.changes.length > 0 && (
          <ul className={styles.list}>
            {problem.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        {problem.retryAfter !== undefined && (
          <p className={styles.meta}>Worth trying in {plural(Math.ceil(problem.retryAfter), 'second')}.</p>
        )}
        {problem.requestId && <p className={styles.meta}>For your Verdict admin: request {problem.requestId}</p>}
      </EmptyState>
    </div>
  )
}
