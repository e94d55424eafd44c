import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import styles from './second-factor.module.css'

interface Props {
  codes: readonly string[]
  onKept: () => void
}

/** The recovery codes, this once. One must say that they are kept before anything else goes on. */
export function RecoveryList({ codes, onKept }: Props) {
  const [copied, setCopied] = useState('')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.focus()
  }, [])
  const text = `${codes.join('\n')}\n`
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('Copied.')
    } catch {
      setCopied('The browser does not allow copying here. Save the file, or select the codes by hand.')
    }
  }
  return (
    <div className={styles.stack}>
      <p>
        These open a sign-in when your phone is lost, each once. They are shown now and never again: keep them where only you can read them,
        not on that phone.
      </p>
      <ul className={styles.codes} aria-label="Recovery codes" tabIndex={-1} ref={list}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.ways}>
        <Button onClick={onKept}>I have kept them</Button>
        <Button variant="default" onClick={() => void copy()}>
          Copy all
        </Button>
        <Button
          variant="default"
          c="var(--v-text)"
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="verdict-recovery-codes.txt"
        >
          Save as a file
        </Button>
      </div>
      <span role="status">{copied}</span>
    </div>
  )
}
