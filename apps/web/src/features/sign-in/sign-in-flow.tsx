import { lazy, Suspense, useState, type ReactNode, type RefObject } from 'react'
import { CodeForm } from './code-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in.module.css'

// Only those who set a second factor up need the picture and its maker.
const EnrolForm = lazy(async () => ({ default: (await import('./enrol-form.tsx')).EnrolForm }))
const RecoveryList = lazy(async () => ({ default: (await import('../../ui/second-factor/recovery-list.tsx')).RecoveryList }))

type Stage = { at: 'password'; why: string } | { at: 'code' } | { at: 'enrol' } | { at: 'codes'; codes: string[] }

const heads: Readonly<Record<Stage['at'], { title: string; lead: string }>> = {
  password: { title: 'Sign in', lead: 'Every view and decision is recorded under your name.' },
  code: { title: 'Your code', lead: 'The password is right. Your second factor completes the sign-in.' },
  enrol: { title: 'Set up a second factor', lead: 'Your role asks for one. It takes a minute, and nothing else is open before.' },
  codes: { title: 'Your recovery codes', lead: 'The second factor is set up and you are signed in.' },
}

function Head({ at, inDialog }: { at: Stage['at']; inDialog: boolean }) {
  const { title, lead } = heads[at]
  if (inDialog) return <p>{at === 'password' ? 'Nothing that you typed is lost. Sign in again and it goes on where it stopped.' : lead}</p>
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{lead}</p>
    </>
  )
}

interface Props {
  email: string
  password: string
  onChange: (next: { email: string; password: string }) => void
  onSignedIn: () => void
  /** A dialog has its own title, and says why it is there. */
  inDialog?: boolean
  emailFixed?: boolean
  passwordRef?: RefObject<HTMLInputElement | null>
  /** Below the password form. */
  children?: ReactNode
}

/** Password, then a code where there is a second factor, or setting one up where a role asks for it. */
export function SignInFlow({ onSignedIn, inDialog = false, children, ...form }: Props) {
  const [stage, setStage] = useState<Stage>({ at: 'password', why: '' })
  const restart = (why: string): void => {
    form.onChange({ email: form.email, password: '' })
    setStage({ at: 'password', why })
  }
  return (
    <>
      <Head at={stage.at} inDialog={inDialog} />
      {stage.at === 'password' && (
        <>
          {stage.why !== '' && (
            <p role="status" className={styles.why}>
              {stage.why}
            </p>
          )}
          <SignInForm
            {...form}
            onRight={(step) => {
              if (step) setStage({ at: step.next })
              else onSignedIn()
            }}
          >
            {children}
          </SignInForm>
        </>
      )}
      {stage.at === 'code' && <CodeForm onSignedIn={onSignedIn} onRestart={restart} />}
      <Suspense>
        {stage.at === 'enrol' && (
          <div className={styles.step}>
            <EnrolForm
              onRestart={restart}
              onCodes={(codes) => {
                setStage({ at: 'codes', codes })
              }}
            />
          </div>
        )}
        {stage.at === 'codes' && (
          <div className={styles.step}>
            <RecoveryList codes={stage.codes} onKept={onSignedIn} />
          </div>
        )}
      </Suspense>
    </>
  )
}
