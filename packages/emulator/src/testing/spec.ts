import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parseJson } from '../http/json-body.ts'
import { isObject, objectAt, wordAt } from '../json-value.ts'
import type { Json, JsonObject } from '../world/types.ts'

const file = join(process.env['DIDIT_SPEC_DIR'] ?? '', 'openapi.json')

/** Whether the published specification was given (folder in DIDIT_SPEC_DIR). */
export const hasSpec = existsSync(file)

/** OpenAPI 3.0 spells null as `nullable`, which JSON Schema does not know. */
function toJsonSchema(node: Json): Json {
  if (Array.isArray(node)) return node.map(toJsonSchema)
  if (!isObject(node)) return node
  const { nullable, example: _example, examples: _examples, discriminator: _discriminator, ...rest } = node
  const schema: JsonObject = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]))
  if (nullable !== true) return schema
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] }
  if (Array.isArray(schema['enum'])) schema['enum'] = [...schema['enum'], null]
  return { ...schema, type: [schema['type'], 'null'] }
}

/** Validators of the answers that the specification publishes. */
export class Spec {
  readonly #spec: JsonObject
  readonly #components: Json
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })

  constructor() {
    const spec = parseJson(readFileSync(file, 'utf8'))
    this.#spec = isObject(spec) ? spec : {}
    this.#components = toJsonSchema(this.#spec['components'] ?? {})
    formats.default(this.#ajv)
    this.#ajv.addFormat('decimal', /^-?\d+(\.\d+)?$/)
  }

  /** Validator of one answer; undefined where the specification gives none, null where it does not know the status. */
  validator(method: string, path: string, status: number): ValidateFunction | undefined | null {
    const operation = objectAt(objectAt(objectAt(this.#spec, 'paths') ?? {}, path) ?? {}, method.toLowerCase())
    if (operation === undefined) throw new Error(`the specification has no ${method} ${path}`)
    const responses = objectAt(operation, 'responses') ?? {}
    const response = this.#resolved(responses[String(status)])
    if (response === undefined) return null
    const schema = objectAt(objectAt(objectAt(response, 'content') ?? {}, 'application/json') ?? {}, 'schema')
    if (schema === undefined) return undefined
    const converted = toJsonSchema(schema)
    return this.#ajv.compile({ ...(isObject(converted) ? converted : {}), components: this.#components })
  }

  #resolved(value: Json | undefined): JsonObject | undefined {
    if (!isObject(value)) return undefined
    const ref = wordAt(value, '$ref')
    if (ref === '') return value
    let at: Json | undefined = this.#spec
    for (const key of ref.split('/').slice(1)) at = isObject(at) ? at[key] : undefined
    return isObject(at) ? at : undefined
  }
}
