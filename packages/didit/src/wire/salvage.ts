import type { z } from 'zod'

/** Values that did not fit stay beside their neighbours under this key, by field name. */
export const RAW_KEY = '_raw'

type Outcome<T> = { ok: true; value: T } | { ok: false; fault: string }
type Path = readonly PropertyKey[]

const ROUNDS = 6

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `__proto__` from JSON is an own key; plain assignment would change the prototype instead. */
const put = (record: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
}

const setAside = (holder: Record<string, unknown>, key: string, value: unknown): void => {
  const raw = holder[RAW_KEY]
  const kept: Record<string, unknown> = isRecord(raw) ? { ...raw } : {}
  const before = kept[key]
  put(kept, key, Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value)
  put(holder, RAW_KEY, kept)
}

const child = (node: unknown, key: PropertyKey): unknown => {
  if (Array.isArray(node)) return typeof key === 'number' ? node[key] : undefined
  if (!isRecord(node) || typeof key === 'symbol') return undefined
  return Object.hasOwn(node, key) ? node[String(key)] : undefined
}

const walk = (root: unknown, path: Path): unknown[] => {
  const nodes: unknown[] = [root]
  for (const key of path) nodes.push(child(nodes.at(-1), key))
  return nodes
}

/** What has to be taken out so that this complaint goes away: the value itself, or the array element around it. */
const culprit = (root: unknown, path: Path): Path | undefined => {
  const last = path.at(-1)
  if (last === undefined) return undefined
  const holder = walk(root, path).at(-2)
  if (typeof last === 'number' || (isRecord(holder) && Object.hasOwn(holder, String(last)))) return path
  const element = path.findLastIndex((part) => typeof part === 'number')
  return element < 0 ? undefined : path.slice(0, element + 1)
}

const dropElement = (nodes: readonly unknown[], path: Path, at: number): void => {
  const array = nodes[path.length - 1]
  if (!Array.isArray(array)) return
  const taken: unknown[] = array.splice(at, 1)
  for (let depth = path.length - 2; depth >= 0; depth -= 1) {
    const holder = nodes[depth]
    if (isRecord(holder)) return setAside(holder, String(path[depth]), taken)
  }
}

const takeOut = (root: unknown, path: Path): void => {
  const nodes = walk(root, path)
  const last = path.at(-1)
  if (typeof last === 'number') return dropElement(nodes, path, last)
  const holder = nodes.at(-2)
  const key = String(last)
  if (!isRecord(holder)) return
  setAside(holder, key, holder[key])
  delete holder[key]
}

/** Deepest and last first, so that taking an element out does not move the paths still to come. */
const byDepth = (a: Path, b: Path): number => {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]]
    if (typeof left === 'number' && typeof right === 'number' && left !== right) return right - left
    if (left !== right) return String(left) < String(right) ? -1 : 1
  }
  return b.length - a.length
}

/** JSON nested beyond the stack parses, but cannot be copied. */
const copy = (input: unknown): unknown => {
  try {
    return structuredClone(input)
  } catch {
    return undefined
  }
}

const name = (path: Path): string => path.map(String).join('.') || 'the answer'

/**
 * Parses an answer without losing the good part of it. A field of the wrong type moves to `_raw` of the object it
 * stood in and reads as absent; an array element that cannot be read moves to `_raw` of the object that owns
 * the array. Fails only when what is required of the whole is missing, and then names the path, never the value.
 */
export const salvage = <Schema extends z.ZodType>(schema: Schema, input: unknown): Outcome<z.output<Schema>> => {
  const first = schema.safeParse(input)
  if (first.success) return { ok: true, value: first.data }
  const draft = copy(input)
  if (draft === undefined) return { ok: false, fault: 'the answer, which is nested too deep' }
  let issues = first.error.issues
  for (let round = 0; round < ROUNDS; round += 1) {
    const culprits = new Map<string, Path>()
    for (const issue of issues) {
      const path = culprit(draft, issue.path)
      if (path) culprits.set(JSON.stringify(path), path)
    }
    if (culprits.size === 0) break
    for (const path of [...culprits.values()].toSorted(byDepth)) takeOut(draft, path)
    const again = schema.safeParse(draft)
    if (again.success) return { ok: true, value: again.data }
    issues = again.error.issues
  }
  return { ok: false, fault: name(issues[0]?.path ?? []) }
}
