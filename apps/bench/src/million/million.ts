/*
 * `pnpm bench --million`, or `node apps/bench/src/million/million.ts`: first start, lists, counts, search and restart with a million
 * sessions indexed, on SQLite and on PostgreSQL. The databases are made once, in MILLION_DIR; SESSIONS says how many.
 */
import { loadavg } from 'node:os'
import { report, type Figure } from '../report.ts'
import { firstStartFigures } from './first-start-figures.ts'
import { pageFigures } from './page-figures.ts'
import { restartFigures } from './restart-figures.ts'
import { postgresDatabase, sqliteFile } from './stores.ts'

export async function millionFigures(port: number): Promise<Figure[]> {
  const file = await sqliteFile()
  const figures = [
    ...(await firstStartFigures(port)),
    ...(await pageFigures('SQLite', file)),
    ...(await restartFigures('SQLite', file, port)),
  ]
  const postgres = await postgresDatabase()
  if (!postgres) {
    console.log('No PostgreSQL is installed: its half is left out.')
    return figures
  }
  try {
    const { address } = postgres
    return [...figures, ...(await pageFigures('PostgreSQL', address)), ...(await restartFigures('PostgreSQL', address, port))]
  } finally {
    await postgres.cluster.stop()
  }
}

if (import.meta.main) {
  const figures = await millionFigures(Number(process.env['BENCH_PORT'] ?? 9890))
  console.log(`load average ${loadavg()[0]?.toFixed(2) ?? '?'}`)
  report(figures, null)
}
