import { Button } from '@mantine/core'
import type { FactorOffer } from '@verdict/contract/second-factor'
import { useState, type ReactNode } from 'react'
import { CopyText } from '../copy-text.tsx'
import { CodeField } from './code-field.tsx'
import { QrPicture } from './qr-picture.tsx'
import styles from './second-factor.module.css'

interface Props {
  offer: FactorOffer
  onCode: (code: string) => void
  pending: boolean
  /** Seconds until another try is taken. */
  wait?: number
  /** Why the last code was refused. */
  refusal?: ReactNode
  /** Beside the button: a way out. */
  children?: ReactNode
}

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

/** Scan, then type the first code: only with it the second factor counts. */
export function FactorSetup({ offer, onCode, pending, wait = 0, refusal, children }: Props) {
  const [code, setCode] = useState('')
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '' && wait === 0 && !pending) onCode(code)
      }}
    >
      <ol className={styles.steps}>
        <li className={styles.step}>
          <p>
            <span className={styles.number}>1.</span> Open an authenticator app on your phone and scan this picture.
          </p>
          <QrPicture text={offer.uri} label="Picture for the authenticator app; the key below it is the same" />
          <p className={styles.key}>
            No camera? Type this key into the app: <span className={styles.secret}>{inFours(offer.secret)}</span>{' '}
            <CopyText text={offer.secret} shown="Copy key" label="key" mono={false} />
          </p>
        </li>
        <li className={styles.step}>
          <p>
            <span className={styles.number}>2.</span> Type the code that the app shows now.
          </p>
          <CodeField
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value)
            }}
          />
        </li>
      </ol>
      <div role="alert" className={styles.refusal}>
        {refusal}
      </div>
      <div className={styles.ways}>
        <Button type="submit" loading={pending} disabled={wait > 0}>
          Set up second factor
        </Button>
        {children}
      </div>
    </form>
  )
}
