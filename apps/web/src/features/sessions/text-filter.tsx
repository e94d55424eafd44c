import '@mantine/core/styles/InlineInput.layer.css'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'

interface TextFilterProps {
  label: string
  placeholder: string
  value: string
  /** Says what is wrong with what was typed, or nothing. */
  check: (text: string) => string | undefined
  onApply: (text: string) => void
}

/** A filter that is typed: codes with commas between. */
export function TextFilter({ label, placeholder, value, check, onApply }: TextFilterProps) {
  const [text, setText] = useState(value)
  const [asked, setAsked] = useState(false)
  const fault = check(text.trim())
  return (
    <form
      style={{ display: 'grid', gap: 12 }}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (fault === undefined) onApply(text.trim())
      }}
    >
      <TextInput
        label={label}
        placeholder={placeholder}
        value={text}
        data-autofocus
        error={asked ? fault : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
        }}
      />
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="submit" size="xs">
          Filter sessions
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onApply('')
          }}
        >
          Clear
        </Button>
      </div>
    </form>
  )
}
