import { expect, test } from 'vitest'
import { wordAt } from '../json-value.ts'
import { House, NOBODY } from '../testing/house.ts'

test('workflows come one row per version, and one opens by its version id', async () => {
  const house = new House({ sessions: 20 })
  const rows = await house.rows('/v3/workflows/?limit=100')
  expect(new Set(rows.map((row) => row['uuid'])).size).toBe(rows.length)
  expect(new Set(rows.map((row) => row['workflow_id'])).size).toBeLessThan(rows.length)
  const one = await house.get(`/v3/workflows/${wordAt(rows[0] ?? {}, 'uuid')}/`)
  expect(one.body).toMatchObject({
    workflow_label: rows[0]?.['workflow_label'],
    is_liveness_enabled: wordAt(rows[0] ?? {}, 'features').includes('LIVENESS'),
  })
  expect((await house.get(`/v3/workflows/${NOBODY}/`)).json).toEqual({ detail: 'Not found.' })
})

test('questionnaires list without their questions and open with them', async () => {
  const house = new House({ sessions: 20 })
  const [row] = await house.rows('/v3/questionnaires/')
  expect(row).not.toHaveProperty('graph')
  const one = await house.get(`/v3/questionnaires/${wordAt(row ?? {}, 'uuid')}/`)
  expect(one.body).toMatchObject({ title: row?.['title'], graph: expect.anything(), sections: expect.any(Array) })
  expect(one.body).not.toHaveProperty('uuid')
})
