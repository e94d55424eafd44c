import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { welcomeQuery } from '../../lib/shared.queries.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import { BrandMark } from '../../ui/shell/brand.tsx'
import { DemoSeats } from './demo-seats.tsx'
import { SignInFlow } from './sign-in-flow.tsx'
import styles from './sign-in.module.css'
import { UpstreamLine } from './upstream-line.tsx'

/** Left the form, right the demo seats and whether Didit answers. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const welcome = useQuery(welcomeQuery)
  const [entry, setEntry] = useState({ email: '', password: '' })
  const password = useRef<HTMLInputElement>(null)
  const data = welcome.data
  return (
    <div className={styles.page}>
      <main className={styles.left}>
        <div className={styles.column}>
          <div className={styles.brand}>
            <BrandMark size={24} />
            Verdict
          </div>
          <SignInFlow {...entry} onChange={setEntry} onSignedIn={onSignedIn} passwordRef={password} />
          <div className={styles.foot}>
            <span>
              {data?.needsFirstAdmin
                ? 'Nobody can sign in yet: open the one-time link that the first start printed.'
                : 'No access? Ask your Verdict admin.'}
            </span>
            <span>{data && `Version ${data.version}`}</span>
          </div>
        </div>
      </main>
      <aside className={styles.right} aria-label="About this Verdict">
        <div className={styles.cards}>
          {welcome.isError && (
            <ProblemPanel
              error={welcome.error}
              compact
              retrying={welcome.isFetching}
              onRetry={() => {
                void welcome.refetch()
              }}
            />
          )}
          {data?.seats && data.password !== null && (
            <DemoSeats
              seats={data.seats}
              password={data.password}
              chosen={entry.email}
              onChoose={(email) => {
                setEntry({ email, password: data.password ?? '' })
                password.current?.focus()
              }}
            />
          )}
          {data && <UpstreamLine upstream={data.upstream} />}
        </div>
      </aside>
    </div>
  )
}
