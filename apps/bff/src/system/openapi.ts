import { Problem } from '@verdict/contract/problem'
import { z } from 'zod'
import type { Access, RouteFacts } from '../http/route-facts.ts'
import { version } from '../version.ts'

type Schema = Record<string, unknown>

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12', reused: 'inline' })
  return rest
}

function parameters(facts: RouteFacts): Schema[] {
  const named = [...facts.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const query = facts.inputs.find(({ target }) => target === 'query')
  const { properties = {}, required = [] } = query
    ? z
        .looseObject({ properties: z.record(z.string(), z.unknown()).optional(), required: z.array(z.string()).optional() })
        .parse(jsonSchema(query.schema, 'input'))
    : {}
  const asked = Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
  return [...named, ...asked]
}

function answerOf(schema: z.ZodType | string): Schema {
  if (schema === 'none') return { description: 'Done' }
  if (typeof schema === 'string') return { description: 'The file', content: { [schema]: {} } }
  return { description: 'Done', content: { 'application/json': { schema: jsonSchema(schema, 'output') } } }
}

/** The permission in words, and as a flag whether the password or a code must have been given lately. */
function describe(access: Access | undefined): Schema {
  if (access === undefined || access.kind === 'public') return {}
  const sentences = [
    ...(access.kind === 'permission' ? [`Needs the permission \`${access.permission}\`.`] : []),
    ...(access.stepUp ? ['Needs the password or a code given lately (`POST /api/me/step-up`), else 403 `step-up-needed`.'] : []),
  ]
  return { ...(sentences.length > 0 ? { description: sentences.join(' ') } : {}), ...(access.stepUp ? { 'x-step-up': true } : {}) }
}

function operation(facts: RouteFacts): Schema {
  const { access, doc } = facts
  const body = facts.inputs.find(({ target }) => target === 'json')
  const answers = Object.entries(doc.answers ?? {}).map(([status, schema]) => [status, answerOf(schema)])
  return {
    ...(doc.summary === undefined ? {} : { summary: doc.summary }),
    ...describe(access),
    ...(access?.kind === 'public' ? { security: [] } : {}),
    parameters: parameters(facts),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body.schema, 'input') } } } } : {}),
    responses: {
      ...Object.fromEntries(answers),
      default: { description: 'A problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

/** Our own specification, made from the live table of routes and the schemas that they parse with. */
export function describeApi(table: readonly RouteFacts[]): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const facts of table.filter(({ path }) => path.startsWith('/api/') || path.startsWith('/webhooks/'))) {
    const path = facts.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}').replace(/\/$/, '')
    const operations = (paths[path] ??= {})
    operations[facts.method.toLowerCase()] = operation(facts)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Verdict', version, description: 'The review desk for Didit identity verification.' },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'verdict.session_token' } },
    },
  }
}
