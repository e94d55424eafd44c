import { beforeAll, describe, expect, test } from 'vitest'
import { objectAt, objectsAt, wordAt } from '../json-value.ts'
import { SPEC_EXCEPTIONS as DECISION_EXCEPTIONS } from '../world/spec.exceptions.ts'
import type { JsonObject } from '../world/types.ts'
import { OPERATION_EXCEPTIONS } from './conformance.exceptions.ts'
import { OPERATIONS } from './conformance.operations.ts'
import { House } from './house.ts'
import { hasSpec, Spec } from './spec.ts'

const house = new House({ rateLimits: false })
const names: Record<string, string> = {}

const filled = (text: string): string => text.replaceAll(/\$(\w+)/g, (_, name: string) => names[name] ?? `no-${name}`)
const first = (source: JsonObject, key: string): JsonObject => objectsAt(source, key)[0] ?? {}
const settled = (decision: JsonObject): boolean => ['Approved', 'Declined', 'In Review'].includes(wordAt(decision, 'status'))

/** Finds a session for each kind of call, and makes what has to be there first. */
async function prepare(): Promise<void> {
  const post = async (path: string, body: unknown): Promise<JsonObject> => (await house.call('POST', path, body)).body
  const row = async (path: string): Promise<JsonObject> => (await house.rows(path))[0] ?? {}
  const [ours = {}, partner = {}] = objectsAt((await house.get('/__emulator/applications')).body, 'applications')
  const published = (application: JsonObject): string =>
    wordAt(objectsAt(application, 'workflows').find((workflow) => workflow['status'] === 'published') ?? {}, 'workflow_id')
  const aml = await house.decisionWhere((decision) => settled(decision) && objectsAt(first(decision, 'aml_screenings'), 'hits').length > 1)
  const poa = await house.decisionWhere((decision) => settled(decision) && objectsAt(decision, 'poa_verifications').length > 0)
  const hasCompany = (decision: JsonObject): boolean => objectAt(first(decision, 'registry_checks'), 'company') !== undefined
  const company = await house.decisionWhere(hasCompany, 'business')
  Object.assign(names, {
    review: await house.idWith('In Review'),
    approved: await house.idWith('Approved'),
    waiting: await house.idWith('Not Started'),
    business: await house.idWith('In Review', 'business'),
    amlSession: wordAt(aml, 'session_id'),
    amlNode: wordAt(first(aml, 'aml_screenings'), 'node_id'),
    otherStatus: first(aml, 'aml_screenings')['status'] === 'Approved' ? 'Declined' : 'Approved',
    hit: wordAt(first(first(aml, 'aml_screenings'), 'hits'), 'id'),
    poa: wordAt(poa, 'session_id'),
    companySession: wordAt(company, 'session_id'),
    companyId: wordAt(objectAt(first(company, 'registry_checks'), 'company') ?? {}, 'uuid'),
    user: wordAt(await row('/v3/users/?limit=1'), 'vendor_data'),
    company: wordAt(await row('/v3/businesses/?limit=1'), 'vendor_data'),
    workflow: published(ours),
    theirWorkflow: published(partner),
    partner: wordAt(partner, 'id'),
    version: wordAt(await row('/v3/workflows/?limit=1'), 'uuid'),
    questionnaire: wordAt(await row('/v3/questionnaires/?limit=1'), 'uuid'),
    destination: wordAt(
      await post('/v3/webhook/destinations/', { label: 'x', url: 'https://a.example/', subscribed_events: ['data.updated'] }),
      'uuid',
    ),
  })
  const share = async (name: string): Promise<string> =>
    wordAt(await post(filled(`/v3/session/$${name}/share/`), { for_application_id: names['partner'] }), 'share_token')
  names['shareUser'] = await share('approved')
  names['shareBusiness'] = await share('business')
}

const rowOf = (pointer: string): string => pointer.split('/').slice(0, 3).join('/')

/** Errors that no listed exception covers. */
function unexcused(operation: string, pointers: readonly { instancePath: string; text: string }[]): string[] {
  const exceptions = OPERATION_EXCEPTIONS.filter((entry) => entry.operation.test(operation))
  const isDecision = operation.includes('/decision/ 200')
  const rows = new Set(
    pointers
      .filter(({ instancePath }) => exceptions.some((entry) => entry.wholeRow === true && entry.at.test(instancePath)))
      .map(({ instancePath }) => rowOf(instancePath)),
  )
  return pointers
    .filter(({ instancePath }) => {
      if (isDecision && DECISION_EXCEPTIONS.some((entry) => entry.scenarios === undefined && entry.at.test(instancePath))) return false
      return !rows.has(rowOf(instancePath)) && !exceptions.some((entry) => entry.at.test(instancePath))
    })
    .map(({ text }) => text)
}

describe.skipIf(!hasSpec)('answers against the published specification (set DIDIT_SPEC_DIR to run)', () => {
  const spec = hasSpec ? new Spec() : undefined
  beforeAll(prepare)

  test.each(OPERATIONS)('$method $path answers $status', async ({ method, path, status, url, body, key }) => {
    const sent: unknown = body === undefined ? undefined : JSON.parse(filled(JSON.stringify(body)))
    const answer = await house.call(method, filled(url), sent, key)
    expect(answer.status, answer.text).toBe(status)
    const validate = spec?.validator(method, path, status)
    expect(validate, 'the specification knows this status').not.toBeNull()
    if (validate === undefined || validate === null) return
    validate(answer.json)
    const errors = (validate.errors ?? []).map(({ instancePath, message, params }) => ({
      instancePath,
      text: `${instancePath} ${message} ${JSON.stringify(params)}`,
    }))
    expect(unexcused(`${method} ${path} ${status}`, errors)).toEqual([])
  })
})
