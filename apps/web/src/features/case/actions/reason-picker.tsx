import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useReasons } from '../../../lib/use-reasons.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import classes from './actions.module.css'

interface Props {
  outcome: 'Approved' | 'Declined'
  pending: boolean
  onSend: (reasonCode: string) => void
  onClose: () => void
}

const verbs = { Approved: 'Approve', Declined: 'Decline' } as const

/** Reasons with their numbers: 1–9 picks, Enter sends, Esc closes. */
export function ReasonPicker({ outcome, pending, onSend, onClose }: Props) {
  const offered = useReasons(outcome)
  // Approving after the evidence is read is two keys; a decline always names its reason.
  const [picked, setPicked] = useState<string | null>(outcome === 'Approved' ? (offered[0]?.code ?? null) : null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const radios = list.current?.querySelectorAll<HTMLInputElement>('input')
    const at = outcome === 'Approved' ? 0 : -1
    if (radios?.[at]) radios[at].focus()
    else list.current?.focus()
  }, [outcome])

  const send = () => {
    if (picked !== null && !pending) onSend(picked)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const reason = /^[1-9]$/u.test(event.key) ? offered[Number(event.key) - 1] : undefined
    const inButton = event.target instanceof HTMLButtonElement
    if (reason) {
      setPicked(reason.code)
      list.current?.querySelectorAll<HTMLInputElement>('input')[Number(event.key) - 1]?.focus()
    } else if (event.key === 'Enter' && !inButton && !event.repeat) send()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the dialog as a whole
    <div className={classes.picker} role="dialog" aria-labelledby="reasons-title" onKeyDown={onKeyDown}>
      <div className={classes.pickerHead}>
        <h3 id="reasons-title">{verbs[outcome]}: why?</h3>
        <span>1–{Math.min(offered.length, 9)} picks, Enter sends, Esc closes</span>
      </div>
      <div ref={list} role="radiogroup" aria-labelledby="reasons-title" tabIndex={-1} className={classes.reasons}>
        {offered.map((reason, index) => (
          <label key={reason.code} className={classes.reason} data-picked={picked === reason.code || undefined}>
            <input
              type="radio"
              name="reason"
              value={reason.code}
              checked={picked === reason.code}
              onChange={() => setPicked(reason.code)}
            />
            <span>{reason.label}</span>
            {index < 9 && <KeyHint keys={String(index + 1)} />}
          </label>
        ))}
      </div>
      <div className={classes.pickerFoot}>
        <span role="status">{picked === null ? 'Nothing is sent before a reason is picked.' : ''}</span>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={send} loading={pending} disabled={picked === null} rightSection={<KeyHint keys="Enter" onFilled />}>
          {verbs[outcome]}
        </Button>
      </div>
    </div>
  )
}
