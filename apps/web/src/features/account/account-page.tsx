import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../lib/me.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { roleNames } from '../../ui/role-names.ts'
import styles from './account.module.css'
import { FactorCard } from './factor-card.tsx'
import { SignInsCard } from './sign-ins-card.tsx'

const PasswordDialog = lazy(async () => ({ default: (await import('../../ui/shell/password-dialog.tsx')).PasswordDialog }))

/** What protects one's own name here: password, second factor, and where one is signed in. */
export function AccountPage() {
  const me = useMe()
  const [changing, setChanging] = useState(false)
  return (
    <>
      <PageHead title="My account" about={`${me.name}, ${me.roles.map((role) => roleNames[role]).join(', ')}`} />
      <div className={styles.page}>
        <div className={styles.column}>
          <section className={styles.card} aria-labelledby="password-title">
            <div className={styles.head}>
              <h2 id="password-title">Password</h2>
              <Button variant="default" size="xs" onClick={() => setChanging(true)}>
                Change password
              </Button>
            </div>
            <div className={styles.body}>
              <p>{me.email}. A new password ends your sign-ins elsewhere.</p>
            </div>
          </section>
          <FactorCard />
          <SignInsCard />
        </div>
      </div>
      {changing ? (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
