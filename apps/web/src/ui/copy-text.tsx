import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import { useEffect, useState } from 'react'
import styles from './copy-text.module.css'

/** A value that is often needed elsewhere; one press copies it whole, also when it is shown shortened. */
export function CopyText({ text, shown = text, label, mono = true }: { text: string; shown?: string; label: string; mono?: boolean }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return undefined
    const timer = setTimeout(() => {
      setState('idle')
    }, 2000)
    return () => {
      clearTimeout(timer)
    }
  }, [state])
  const copy = (): void => {
    const write = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(text)
        setState('copied')
      } catch {
        setState('refused')
      }
    }
    void write()
  }
  return (
    <button type="button" className={styles.button} onClick={copy} aria-label={`Copy ${label} ${text}`} title={text}>
      <span className={`${styles.text} ${mono ? styles.mono : ''}`}>{shown}</span>
      {state === 'copied' ? (
        <IconCheck size={14} className={styles.icon} aria-hidden />
      ) : (
        <IconCopy size={14} className={styles.icon} aria-hidden />
      )}
      <span role="status" className="v-hidden">
        {state === 'copied' && 'Copied'}
        {state === 'refused' && 'The browser does not allow copying here. Select the text by hand.'}
      </span>
    </button>
  )
}
