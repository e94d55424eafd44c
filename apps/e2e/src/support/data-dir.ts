import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the Verdict of this run keeps its data: one folder for each port, emptied at the start. */
export const dataDir = join(tmpdir(), `verdict-e2e-${process.env['E2E_PORT'] ?? '9787'}`)
