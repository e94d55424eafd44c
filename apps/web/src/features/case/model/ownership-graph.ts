import { type Fields, fieldsOf, firstText, rowsOf } from './json-shape.ts'
import { type Owner, readOwner, shareOf } from './ownership.ts'

interface Edge {
  from: string
  to: string
  percent: number | null
}

const idOf = (fields: Fields) => firstText(fields, 'id', 'uuid', 'key')
const endOf = (fields: Fields, ...keys: readonly string[]) => firstText(fields, ...keys)

function edgesOf(value: unknown): Edge[] {
  return rowsOf(value).flatMap((fields) => {
    const from = endOf(fields, 'from', 'source', 'owner', 'ownerId', 'parent')
    const to = endOf(fields, 'to', 'target', 'owned', 'ownedId', 'child')
    return from === null || to === null ? [] : [{ from, to, percent: shareOf(fields) }]
  })
}

/** How many boxes are made at most: a graph in which many own each other would otherwise never end. */
const mostBoxes = 300

/**
 * Nodes and edges ("from owns a share of to") as trees: what nobody in it is owned by stands at the top, its owners
 * below. Circles end where they close; nodes without any edge follow, so that nothing is left out.
 */
export function ownersOfGraph(structure: Fields): Owner[] {
  const nodes = new Map(
    rowsOf(structure['nodes']).flatMap((fields) => (idOf(fields) === null ? [] : [[idOf(fields) ?? '', fields] as const])),
  )
  const edges = edgesOf(structure['edges'] ?? structure['links'] ?? structure['relations'])
  const owns = new Set(edges.map((edge) => edge.from))
  const owned = new Set(edges.map((edge) => edge.to))
  const seen = new Set<string>()
  let boxes = 0

  const build = (id: string, percent: number | null | undefined, path: readonly string[]): Owner => {
    const own = readOwner(nodes.get(id) ?? { name: id })
    boxes += 1
    const circle = path.includes(id)
    const known = seen.has(id)
    seen.add(id)
    const below = circle || known ? [] : edges.filter((edge) => edge.to === id)
    const children: Owner[] = []
    for (const edge of below) if (boxes < mostBoxes) children.push(build(edge.from, edge.percent, [...path, id]))
    const remark = circle ? 'Circle: owns itself' : known && edges.some((edge) => edge.to === id) ? 'Owners shown above' : own.remark
    return { ...own, percent: percent === undefined ? own.percent : (percent ?? own.percent), remark, children }
  }

  const roots = [...nodes.keys()].filter((id) => owned.has(id) && !owns.has(id))
  const trees = roots.map((id) => ({ ...build(id, null, []), percent: null }))
  // What is left stands in a circle without a top, or has no edge at all.
  const rest = [...nodes.keys()].flatMap((id) => (seen.has(id) || boxes >= mostBoxes ? [] : [build(id, undefined, [])]))
  const first = trees[0]
  if (!first) return rest
  const loose = rest.map((owner) => ({ ...owner, remark: owner.remark ?? 'Link not on record' }))
  return [{ ...first, children: [...first.children, ...loose] }, ...trees.slice(1)]
}

export function isGraph(structure: unknown): structure is Fields {
  const fields = fieldsOf(structure)
  return rowsOf(fields['nodes']).some((node) => idOf(node) !== null)
}
