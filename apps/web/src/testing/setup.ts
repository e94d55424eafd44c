// oxlint-disable-next-line no-restricted-imports -- the matchers' own door for vitest, no mock
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect } from 'vitest'
import { said } from './console-watch.ts'
import './browser-parts.ts'

// Lazy parts load from disk, on machines that do other things too. Texts of the case that waits laid out behind the
// open one are not on the screen.
configure({ asyncUtilTimeout: 8000, defaultIgnore: 'script, style, [style*="display: none"] *' })

beforeEach(() => {
  said.length = 0
  localStorage.clear()
  document.documentElement.removeAttribute('data-mantine-color-scheme')
})

afterEach(() => {
  cleanup()
  // oxlint-disable-next-line vitest/no-standalone-expect -- it stands for every test
  expect(said, 'console.error was called').toEqual([])
})
