import { afterEach, describe, expect, it, vi } from 'vitest'
import { markRows, marksFor, rowsNamed } from './mark-rows.ts'

afterEach(() => {
  vi.useRealTimers()
})

function section(): HTMLElement {
  const element = document.createElement('section')
  element.innerHTML = `
    <table><tbody><tr id="born" data-field="dateOfBirth"><th scope="row">Date of birth</th><td>1991</td></tr></tbody></table>
    <dl><div id="number"><dt>Number</dt><dd>1</dd></div><div id="carrier"><dt>Carrier</dt><dd>2</dd></div></dl>
    <div id="same"><h4>Same number elsewhere<span>2</span></h4></div>`
  return element
}

describe('rows of a section', () => {
  it('are found by their field, else by what they are called', () => {
    const rows = rowsNamed(section(), [
      { field: 'matches', labels: ['Same face elsewhere', 'Same number elsewhere'] },
      { field: 'dateOfBirth', labels: ['Born'] },
      { field: 'fullNumber', labels: ['Number'] },
      { field: 'none', labels: ['None'] },
    ])
    expect(rows.map(({ id }) => id)).toEqual(['same', 'born', 'number'])
  })

  it('are marked for some seconds, with the words that say why', () => {
    vi.useFakeTimers()
    const row = document.createElement('div')
    markRows([row], 'note')
    expect(row).toHaveAttribute('data-marked')
    expect(row).toHaveAttribute('aria-describedby', 'note')
    vi.advanceTimersByTime(marksFor - 1)
    expect(row).toHaveAttribute('data-marked')
    vi.advanceTimersByTime(1)
    expect(row).not.toHaveAttribute('data-marked')
    expect(row).not.toHaveAttribute('aria-describedby')
  })

  it('lose their mark at once when another warning takes over', () => {
    vi.useFakeTimers()
    const row = document.createElement('div')
    const clear = markRows([row], 'note')
    clear()
    expect(row).not.toHaveAttribute('data-marked')
    expect(vi.getTimerCount()).toBe(0)
  })
})
