import { type MediaView, plainView } from './media-view.ts'

/** How the pictures of a case were last looked at, for as long as the app lives. */
interface CaseViews {
  selected: string | null
  views: Map<string, MediaView>
}

const memory = new Map<string, CaseViews>()
const keep = 50

export function viewsOf(sessionId: string): CaseViews {
  const known = memory.get(sessionId)
  if (known) return known
  const fresh: CaseViews = { selected: null, views: new Map() }
  memory.set(sessionId, fresh)
  const oldest = memory.keys().next()
  if (memory.size > keep && !oldest.done) memory.delete(oldest.value)
  return fresh
}

export function viewOf(sessionId: string, ref: string): MediaView {
  return viewsOf(sessionId).views.get(ref) ?? plainView
}
