import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHouse } from '@verdict/bff/testing'
import type { Figure } from './report.ts'

const APPENDS = 2000

/** Durable ledger entries a second, one transaction and one fsync each. */
export async function ledgerFigure(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'verdict-bench-'))
  const house = await makeHouse({ sessions: 10, file: join(folder, 'verdict.db') })
  const began = performance.now()
  for (let entry = 0; entry < APPENDS; entry++) {
    await house.deps.store.transaction().execute((trx) => house.deps.ledger.append(trx, { actor: 'verdict', action: 'bench.appended' }))
  }
  const value = APPENDS / ((performance.now() - began) / 1000)
  await house.close()
  rmSync(folder, { recursive: true })
  return { name: 'ledger, durable appends', value, unit: '/s', reference: null, ratio: null, budget: '>= 1000 /s', ok: value >= 1000 }
}
