import type { KeyboardEvent } from 'react'

/** For `onKeyDown` of a form: Ctrl Enter (⌘ Enter) sends it from any of its fields. */
export function submitKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
