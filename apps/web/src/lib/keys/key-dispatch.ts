import type { KeyStore } from './key-store.ts'
import type { KeyBinding } from './keys.types.ts'
import { lettersSetting } from './letters-setting.ts'

const leader = 'g'
/** For so long after G no letter decides anything; milliseconds. */
const leaderLasts = 2000

const fields = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]'
const ownsEnter = 'button, a[href], summary, [role=button], [role=tab], [role=menuitem], [role=option], [role=radio], input, label'
const overlays = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]'

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

function dialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true], [role=alertdialog], [data-dialog-coming]') !== null
}

/** Decides which binding, if any, a key press means. One instance for one page. */
export function createKeyDispatch(store: KeyStore, now: () => number = () => performance.now()) {
  let leadUntil = 0

  function find(name: string, fits: (binding: KeyBinding) => boolean): KeyBinding | undefined {
    for (const group of store.groups().toReversed()) {
      const found = group.bindings.find((binding) => binding.enabled !== false && binding.keys.includes(name) && fits(binding))
      if (found) return found
    }
    return undefined
  }

  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.key === 'Dead') return
    const target = event.target instanceof Element ? event.target : document.body
    const name = nameOf(event)
    const plain = event.key.length === 1 && !name.startsWith('mod+')
    const inField = target.closest(fields) !== null
    const inOverlay = target.closest(overlays) !== null || dialogOpen()

    if (plain && (!lettersSetting.on() || (target.closest(fields) ?? null) !== null)) {
      leadUntil = 0
      return
    }
    if ((event.key === 'Enter' || event.key === ' ') && !name.startsWith('mod+') && target.closest(ownsEnter)) return

    const allowed = (binding: KeyBinding): boolean =>
      (!inField || binding.inFields === true || event.key === 'Escape') &&
      (!inOverlay || binding.inDialogs === true) &&
      (!event.repeat || binding.moves === true)

    const leading = plain && now() < leadUntil
    if (leading && /^[a-z]$/.test(name)) {
      const jump = find(`${leader} ${name}`, allowed)
      const move = jump ?? find(name, (binding) => allowed(binding) && binding.moves === true)
      if (move) {
        event.preventDefault()
        move.run(event)
      }
      return
    }
    if (plain && name === leader && !inOverlay && !event.repeat) {
      leadUntil = now() + leaderLasts
      return
    }
    const binding = find(name, allowed)
    if (!binding) return
    event.preventDefault()
    binding.run(event)
  }
}
