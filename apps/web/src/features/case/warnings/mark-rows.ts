/** How long a row stays marked; milliseconds. */
export const marksFor = 6000

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('en-GB')

function rowOf(name: Element): HTMLElement | null {
  const row = name.closest('tr') ?? name.parentElement
  return row instanceof HTMLElement ? row : null
}

export interface RowName {
  /** The field that the row shows. */
  field: string
  /** What the row or part may be called, where it does not name its field. */
  labels: readonly string[]
}

function rowByLabel(section: HTMLElement, label: string): HTMLElement | null {
  const wanted = plain(label)
  const name = [...section.querySelectorAll('dt, th[scope="row"], h4, summary')].find((candidate) => {
    const text = plain(candidate.textContent)
    return text === wanted || (candidate.matches('h4, summary') && text.startsWith(wanted))
  })
  return name ? rowOf(name) : null
}

/** The rows of a section that show these fields, in the order of the names. */
export function rowsNamed(section: HTMLElement, names: readonly RowName[]): HTMLElement[] {
  const found = names.flatMap(({ field, labels }) => {
    const own = section.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
    const row = own ?? labels.map((label) => rowByLabel(section, label)).find((candidate) => candidate !== null)
    return row ? [row] : []
  })
  return [...new Set(found)]
}

/** Opens the folded parts in which a row stands. */
export function unfold(row: HTMLElement): void {
  for (let fold = row.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
}

/** The hit that wants a look first; sections list the worst one first. */
export function firstHit(section: HTMLElement): HTMLElement | null {
  return section.querySelector<HTMLElement>('[data-hit], li')
}

/** Marks elements for some seconds, each described by the text of `noteId`. The answer takes the marks away at once. */
export function markRows(rows: readonly HTMLElement[], noteId: string): () => void {
  for (const row of rows) {
    row.dataset['marked'] = ''
    row.setAttribute('aria-describedby', noteId)
  }
  const clear = () => {
    clearTimeout(timer)
    for (const row of rows) {
      delete row.dataset['marked']
      if (row.getAttribute('aria-describedby') === noteId) row.removeAttribute('aria-describedby')
    }
  }
  const timer = setTimeout(clear, marksFor)
  return clear
}
