/** Positions within one millisecond. */
const ROOM = 1024

/** The first position of sessions made at this time. */
export const positionAt = (createdAt: number): number => createdAt * ROOM

/** Where the row of this session would like to stand: after the time, wherever its id falls. */
export function wishedPosition(createdAt: number, id: string): number {
  const spread = Number.parseInt(id.replaceAll('-', '').slice(-8), 16)
  return positionAt(createdAt) + (Number.isNaN(spread) ? 0 : spread % ROOM)
}

/** The next free one; `taken` grows. Sessions of a mass import share one instant and then stand a little after it. */
export function freePosition(wished: number, taken: Set<number>): number {
  let position = wished
  while (taken.has(position)) position += 1
  taken.add(position)
  return position
}
