import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { createWorld } from './create-world.ts'
import { SPEC_EXCEPTIONS } from './spec.exceptions.ts'
import type { Json, JsonObject } from './types.ts'

const folder = process.env['DIDIT_SPEC_DIR'] ?? ''
const file = join(folder, 'openapi.json')
const world = createWorld({ seed: 3, sessions: 600, epoch: Date.UTC(2026, 10, 20, 12), applicationId: 'app' })

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function dig(value: Json, ...path: string[]): Json {
  let at: Json | undefined = value
  for (const key of path) at = isObject(at) ? at[key] : undefined
  if (at === undefined) throw new Error(`the specification has no ${path.join(' / ')}`)
  return at
}

/** OpenAPI 3.0 spells null as `nullable`, which JSON Schema does not know. */
function toJsonSchema(node: Json): Json {
  if (Array.isArray(node)) return node.map(toJsonSchema)
  if (!isObject(node)) return node
  const { nullable, example: _example, examples: _examples, ...rest } = node
  const schema: JsonObject = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]))
  if (nullable !== true) return schema
  if (typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null']
  if (Array.isArray(schema['enum'])) schema['enum'] = [...schema['enum'], null]
  return schema
}

function excused(scenario: string, error: ErrorObject): boolean {
  return SPEC_EXCEPTIONS.some(
    (entry) => entry.at.test(error.instancePath) && (entry.scenarios === undefined || entry.scenarios.includes(scenario)),
  )
}

describe.skipIf(!existsSync(file))('decisions against the published specification (set DIDIT_SPEC_DIR to run)', () => {
  const compile = (): ValidateFunction => {
    const specification: Json = JSON.parse(readFileSync(file, 'utf8'))
    const operation = dig(
      specification,
      'paths',
      '/v3/session/{sessionId}/decision/',
      'get',
      'responses',
      '200',
      'content',
      'application/json',
      'schema',
    )
    const ajv = new Ajv({ strict: false, allErrors: true, verbose: false })
    formats.default(ajv)
    ajv.addFormat('decimal', /^-?\d+(\.\d+)?$/)
    const schema = toJsonSchema(operation)
    return ajv.compile(isObject(schema) ? schema : {})
  }
  let validate: ValidateFunction
  beforeAll(() => {
    validate = compile()
  })

  test.each(world.scenarios.map((scenario, i) => [scenario.name, world.size - 1 - i] as const))('%s', (scenario, index) => {
    expect(world.facts(index).scenario).toBe(scenario)
    const decision = world.decision(index)
    if (typeof decision['session_url'] === 'string') decision['session_url'] = `https://verify.didit.me/session/${decision['session_url']}`
    validate(decision)
    const faults = (validate.errors ?? []).filter((error) => !excused(scenario, error))
    expect(faults.map((error) => `${error.instancePath} ${error.message}`)).toEqual([])
  })
})
