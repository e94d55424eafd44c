const shown: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  mod: 'Ctrl',
}

function one(key: string): string {
  return shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/** `'mod+Enter'` → `['Ctrl', 'Enter']`, `'g q'` → `['G', 'Q']`. */
export function keyCaps(key: string): string[] {
  return (key === '+' ? ['+'] : key.split(/[ +]/)).map(one)
}

/** The value of `aria-keyshortcuts`: `'mod+Enter'` → `'Control+Enter'`. */
export function ariaKeys(...keys: string[]): string {
  return keys.map((key) => (key === '+' ? 'Plus' : key.replace('mod+', 'Control+'))).join(' ')
}
