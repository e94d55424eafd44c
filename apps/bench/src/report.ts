import { writeFileSync } from 'node:fs'

export interface Figure {
  name: string
  value: number
  unit: string
  /** The same measure of the reference, in the same run. */
  reference: number | null
  ratio: number | null
  budget: string
  ok: boolean
}

const shown = (value: number | null): string => (value === null ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(2))

/** Prints a table, and writes it to `file` when there is one. */
export function report(figures: readonly Figure[], file: URL | null): void {
  const rows = figures.map((figure) => [
    figure.name,
    `${shown(figure.value)} ${figure.unit}`,
    figure.reference === null ? '' : `${shown(figure.reference)} ${figure.unit}`,
    shown(figure.ratio),
    figure.budget,
    figure.ok ? 'ok' : 'OVER',
  ])
  const all = [['what', 'ours', 'reference', 'ratio', 'budget', ''], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of all) console.log(row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '))
  if (file) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
}
