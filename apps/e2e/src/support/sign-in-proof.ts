import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { dataDir } from './data-dir.ts'

/** Makes every sign-in as old as if nobody had given a password or code for an hour, without waiting for it. */
export function ageSignIns(): void {
  const database = new DatabaseSync(join(dataDir, 'demo.sqlite'), { timeout: 5000 })
  try {
    database.prepare('update sign_in_proofs set proved_at = proved_at - 3600000').run()
  } finally {
    database.close()
  }
}
