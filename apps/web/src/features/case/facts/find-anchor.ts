/**
 * The place that a link names: a run ("nfc-1"), a field of one run ("nfc-1.documentNumber"), or a field by name
 * alone ("documentNumber"), where it stands first. Folded parts on the way are opened. Null when there is none.
 */
export function findAnchor(anchor: string): HTMLElement | null {
  const element = document.getElementById(anchor) ?? findField(anchor)
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
  return element
}

function findField(anchor: string): HTMLElement | null {
  const dot = anchor.indexOf('.')
  const run = dot > 0 ? document.getElementById(anchor.slice(0, dot)) : null
  const name = CSS.escape(run ? anchor.slice(dot + 1) : anchor)
  const place: ParentNode = run ?? document.querySelector('[data-pane="facts"]') ?? document
  return place.querySelector<HTMLElement>(`[data-field="${name}"]`) ?? run
}
