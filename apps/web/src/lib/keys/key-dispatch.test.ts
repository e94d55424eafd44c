import { describe, expect, it } from 'vitest'
import { createKeyDispatch } from './key-dispatch.ts'
import { createKeyStore } from './key-store.ts'
import type { KeyBinding } from './keys.types.ts'
import { lettersSetting } from './letters-setting.ts'

function desk() {
  const store = createKeyStore()
  const heard: string[] = []
  let now = 0
  const binding = (key: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
    keys: [key],
    label: key,
    run: () => {
      heard.push(key)
    },
    ...more,
  })
  const dispatch = createKeyDispatch(store, () => now)
  document.body.innerHTML =
    '<input id="field" /><button id="button">Go</button><div role="menu"><span id="item" tabindex="-1"></span></div>'
  const press = (key: string, init: KeyboardEventInit = {}, id?: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
    Object.defineProperty(event, 'target', { value: id ? document.getElementById(id) : document.body })
    dispatch(event)
    return event
  }
  return { store, heard, binding, press, pass: (ms: number) => (now += ms) }
}

describe('keys', () => {
  it('leave letters to fields, menus, composition, modifiers and repeats', () => {
    const { store, heard, binding, press } = desk()
    store.add({ title: 'Case', bindings: [binding('a'), binding('j', { moves: true })] })
    press('a', {}, 'field')
    press('a', {}, 'item')
    press('a', { isComposing: true })
    press('a', { ctrlKey: true })
    press('a', { altKey: true })
    press('a', { metaKey: true })
    press('a', { repeat: true })
    expect(heard).toEqual([])
    press('j', { repeat: true })
    press('a')
    expect(heard).toEqual(['j', 'a'])
  })

  it('take the newest binding of a key, and none that is off', () => {
    const { store, heard, binding, press } = desk()
    store.add({ title: 'Case', bindings: [binding('1')] })
    const remove = store.add({ title: 'Reasons', bindings: [{ ...binding('1'), run: () => heard.push('reason') }] })
    press('1')
    remove()
    press('1')
    store.add({ title: 'More', bindings: [binding('1', { enabled: false, run: () => heard.push('off') })] })
    press('1')
    expect(heard).toEqual(['reason', '1', '1'])
  })

  it('decide nothing for two seconds after G', () => {
    const { store, heard, binding, press, pass } = desk()
    store.add({ title: 'Case', bindings: [binding('a'), binding('g q'), binding('j', { moves: true })] })
    press('g')
    press('a')
    pass(1900)
    press('a')
    press('j')
    press('q')
    expect(heard).toEqual(['j', 'g q'])
    pass(200)
    press('a')
    expect(heard).toEqual(['j', 'g q', 'a'])
  })

  it('leave Enter to what has the focus', () => {
    const { store, heard, binding, press } = desk()
    store.add({ title: 'Queue', bindings: [binding('Enter')] })
    press('Enter', {}, 'button')
    expect(heard).toEqual([])
    press('Enter')
    expect(heard).toEqual(['Enter'])
  })

  it('send a form with Ctrl Enter from inside it', () => {
    const { store, heard, binding, press } = desk()
    store.add({ title: 'Note', bindings: [binding('mod+Enter', { inFields: true })] })
    press('Enter', { ctrlKey: true }, 'field')
    press('Enter', { metaKey: true }, 'field')
    expect(heard).toEqual(['mod+Enter', 'mod+Enter'])
  })

  it('are silent when letters are turned off, except those that are no letters', () => {
    const { store, heard, binding, press } = desk()
    store.add({ title: 'Queue', bindings: [binding('n'), binding('ArrowDown')] })
    lettersSetting.set(false)
    press('n')
    press('ArrowDown')
    lettersSetting.set(true)
    expect(heard).toEqual(['ArrowDown'])
  })
})
