import type { Permission } from '@verdict/contract/access'
import type { z } from 'zod'

export type Access =
  | { kind: 'permission'; permission: Permission; stepUp: boolean }
  | { kind: 'signed-in'; stepUp: boolean }
  | { kind: 'public'; why: string }

/** What a route says about itself, for our own specification. */
export interface RouteDoc {
  summary?: string
  /** Answers by status: a contract schema, or a content type for what is not JSON. */
  answers?: Readonly<Record<number, z.ZodType | string>>
  /** True: the password or a code must have been given lately in this sign-in, else 403 `step-up-needed`. */
  stepUp?: boolean
}

type Input = { target: 'json' | 'query' | 'param'; schema: z.ZodType }

const accesses = new WeakMap<object, { access: Access; doc: RouteDoc }>()
const inputs = new WeakMap<object, Input>()

export function markAccess(handler: object, access: Access, doc: RouteDoc): void {
  accesses.set(handler, { access, doc })
}

export function markInput(handler: object, target: Input['target'], schema: z.ZodType): void {
  inputs.set(handler, { target, schema })
}

export function hasAccess(handler: object): boolean {
  return accesses.has(handler)
}

export interface RouteFacts {
  method: string
  path: string
  access: Access | undefined
  doc: RouteDoc
  inputs: Input[]
}

/** Every route of the live table with what its own handlers say. Middleware (method ALL) is left out. */
export function routeFacts(routes: readonly { method: string; path: string; handler: object }[]): RouteFacts[] {
  const found = new Map<string, RouteFacts>()
  for (const { method, path, handler } of routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const facts = found.get(key) ?? { method, path, access: undefined, doc: {}, inputs: [] }
    found.set(key, facts)
    const said = accesses.get(handler)
    if (said) Object.assign(facts, said)
    const input = inputs.get(handler)
    if (input) facts.inputs.push(input)
  }
  return [...found.values()]
}
