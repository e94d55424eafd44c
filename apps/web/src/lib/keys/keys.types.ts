/**
 * One key of a page. `keys` are names of `KeyboardEvent.key`, letters in lower case: `'j'`, `'ArrowDown'`,
 * `'mod+Enter'` (Ctrl or ⌘), or two letters in a row: `'g q'`.
 */
export interface KeyBinding {
  keys: readonly string[]
  /** What it does, as the key list says it: "Take next". */
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while the key is held down, and right after G: for moving only. */
  moves?: boolean
  /** Also inside fields and dialogs: for Ctrl Enter and the keys of an open dialog. */
  inFields?: boolean
  inDialogs?: boolean
  /** False: listed, does nothing now. */
  enabled?: boolean
  /** Not in the key list or the palette. */
  hidden?: boolean
}

export interface KeyGroup {
  /** Heading in the key list: "Queue". */
  title: string
  bindings: readonly KeyBinding[]
}
