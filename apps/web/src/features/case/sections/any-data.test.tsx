import fc from 'fast-check'
import { expect, it } from 'vitest'
import { facesOf } from '../evidence/faces.ts'
import { firstMedia } from '../evidence/first-media.ts'
import { anySession } from '../testing/any-session.ts'
import { openFactsPage } from '../testing/facts-page.tsx'

it('lays out whatever the contract lets through, with no part given up', async () => {
  const show = await openFactsPage()
  fc.assert(
    fc.property(anySession, (session) => {
      const page = show(session)
      expect(page.querySelector('#session-title')).not.toBeNull()
      expect(page.textContent).not.toMatch(/could not be laid out|\[object Object\]|undefined|NaN/u)
      for (const run of session.sections.flatMap((section) => section.runs))
        expect(page.querySelector(`#${run.id}-title`), run.kind).not.toBeNull()
      expect([0, 3]).toContain(facesOf(session).length)
      expect(firstMedia(session) === null).toBe(session.media.length === 0)
    }),
    { seed: 20_260_115, numRuns: 300 },
  )
}, 180_000)
