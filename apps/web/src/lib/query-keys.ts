/** Keys of the query cache. A write names what it touches by these; a shorter key covers the longer ones. */
export const queryKeys = {
  welcome: ['welcome'] as const,
  me: ['me'] as const,
  connection: ['connection'] as const,
  decisions: ['decisions'] as const,
  workflows: ['workflows'] as const,
  queue: ['queue'] as const,
  sessions: ['sessions'] as const,
  sessionList: (search: object) => ['sessions', 'list', search] as const,
  session: (id: string) => ['sessions', 'one', id] as const,
  trail: (id: string) => ['sessions', 'one', id, 'trail'] as const,
  notes: (id: string) => ['sessions', 'one', id, 'notes'] as const,
  blocklist: ['blocklist'] as const,
  shares: ['shares'] as const,
  ledger: ['ledger'] as const,
  people: ['people'] as const,
}
