/** Where somebody was in the facts of a case, for as long as the app lives. */
interface FactsPlace {
  /** The part at the top of the pane, and how far it had gone beyond the edge; null at the very top. */
  at: { anchor: string; beyond: number } | null
  /** Folds that were opened or closed by hand, by their place. */
  folds: Map<string, boolean>
  onTrail: boolean
}

const memory = new Map<string, FactsPlace>()
const keep = 50

export function placeIn(sessionId: string): FactsPlace {
  const known = memory.get(sessionId)
  if (known) return known
  const fresh: FactsPlace = { at: null, folds: new Map(), onTrail: false }
  memory.set(sessionId, fresh)
  const oldest = memory.keys().next()
  if (memory.size > keep && !oldest.done) memory.delete(oldest.value)
  return fresh
}

/** True when the case has a place to go back to, so that all of it must be there at once. */
export function hasPlace(sessionId: string): boolean {
  const place = memory.get(sessionId)
  return place !== undefined && (place.at !== null || place.folds.size > 0)
}
