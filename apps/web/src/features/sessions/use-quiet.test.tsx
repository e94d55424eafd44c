import { fireEvent, render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useQuiet } from './use-quiet.ts'

function List({ run }: { run: () => void }) {
  const list = useRef<HTMLDivElement>(null)
  useQuiet(list, true, run)
  return (
    <div ref={list} data-testid="list">
      <button type="button">Row</button>
    </div>
  )
}

describe('a list that may change by itself', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits until pointer and focus have been elsewhere for twenty seconds', () => {
    const run = vi.fn()
    const { getByTestId, getByRole } = render(<List run={run} />)
    vi.advanceTimersByTime(15_000)
    fireEvent.pointerMove(getByTestId('list'))
    vi.advanceTimersByTime(15_000)
    expect(run).not.toHaveBeenCalled()
    getByRole('button').focus()
    vi.advanceTimersByTime(60_000)
    expect(run).not.toHaveBeenCalled()
    getByRole('button').blur()
    vi.advanceTimersByTime(20_000)
    expect(run).toHaveBeenCalled()
  })
})
