import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { asPage } from './pages.ts'
import { readReasons } from './reasons.ts'
import { refusalReason } from './refusal.ts'
import { CorrectedRecord, FeatureUpdated, HitsUpdated, HitUpdated, ImportedSession, SharedSession, StatusUpdated } from './wire/answers.ts'
import { Decision } from './wire/decision.ts'
import { decisionArrays } from './wire/statuses.ts'
import { Business, BusinessPage, User, UserPage } from './wire/entities.ts'
import { CreatedReview, ReviewPage } from './wire/reviews.ts'
import { SessionPage } from './wire/session-list.ts'
import {
  Balance,
  Questionnaire,
  QuestionnairePage,
  WebhookDestination,
  WebhookDestinationList,
  Workflow,
  WorkflowPage,
} from './wire/settings.ts'

const folder = process.env['DIDIT_SPEC_DIR']
const indexFile = folder ? join(folder, 'examples', '_index.json') : ''
const there = folder !== undefined && existsSync(indexFile)

interface Example {
  file: string
  method: string
  path: string
  kind: string
}

/** Operations of the product and the schema of their answers; the others of the specification are not called. */
const schemas: Record<string, z.ZodType> = {
  'GET /v3/sessions/': asPage(SessionPage),
  'GET /v3/session/{sessionId}/decision/': Decision,
  'PATCH /v3/session/{sessionId}/update-status/': StatusUpdated,
  'GET /v3/sessions/{session_id}/reviews/': asPage(ReviewPage),
  'POST /v3/sessions/{session_id}/reviews/': CreatedReview,
  'POST /v3/session/{sessionId}/share/': SharedSession,
  'POST /v3/session/import-shared/': ImportedSession,
  'PATCH /v3/session/{sessionId}/update-data/': CorrectedRecord,
  'PATCH /v3/session/{sessionId}/update-poa-data/': CorrectedRecord,
  'PATCH /v3/session/{sessionId}/kyb/{companyUuid}/update-data/': CorrectedRecord,
  'PATCH /v3/session/{sessionId}/features/{nodeId}/update-status/': FeatureUpdated,
  'PATCH /v3/session/{sessionId}/update-aml-hit-status/': HitUpdated,
  'PATCH /v3/session/{sessionId}/bulk-update-aml-hit-status/': HitsUpdated,
  'GET /v3/webhook/destinations/': WebhookDestinationList,
  'POST /v3/webhook/destinations/': WebhookDestination,
  'GET /v3/webhook/destinations/{destination_uuid}/': WebhookDestination,
  'PATCH /v3/webhook/destinations/{destination_uuid}/': WebhookDestination,
  'GET /v3/users/': asPage(UserPage),
  'GET /v3/users/{vendor_data}/': User,
  'PATCH /v3/users/{vendor_data}/update-status/': User,
  'GET /v3/businesses/': asPage(BusinessPage),
  'GET /v3/businesses/{vendor_data}/': Business,
  'PATCH /v3/businesses/{vendor_data}/update-status/': Business,
  'GET /v3/billing/balance/': Balance,
  'GET /v3/workflows/': asPage(WorkflowPage),
  'GET /v3/workflows/{settings_uuid}/': Workflow,
  'GET /v3/questionnaires/': asPage(QuestionnairePage),
  'GET /v3/questionnaires/{questionnaire_uuid}/': Questionnaire,
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder ?? '', 'examples', file), 'utf8'))

const examples: Example[] = there ? JSON.parse(readFileSync(indexFile, 'utf8')) : []
const answers = examples.filter(({ kind }) => /^2\d\d$/.test(kind))
const refusals = examples.filter(({ kind }) => /^[45]\d\d$/.test(kind))
const known = answers.filter(({ method, path }) => schemas[`${method} ${path}`])

describe.skipIf(!there)(`published examples${there ? '' : ' (skipped: set DIDIT_SPEC_DIR to the folder with examples/)'}`, () => {
  test('every operation that the product calls has published answers', () => {
    const published = new Set(answers.map(({ method, path }) => `${method} ${path}`))
    expect(Object.keys(schemas).filter((operation) => !published.has(operation))).toEqual([])
  })

  test.each(known)('$file is read as it is, nothing lost and nothing set aside', ({ file, method, path }) => {
    const body = readJson(file)
    const parsed = schemas[`${method} ${path}`]?.safeParse(body)
    expect(parsed?.error?.issues ?? []).toEqual([])
    expect(parsed?.data).toEqual(body)
  })

  test('the decisions use every feature array that we name', () => {
    const used = new Set(known.filter(({ path }) => path.endsWith('/decision/')).flatMap(({ file }) => Object.keys(Object(readJson(file)))))
    expect(decisionArrays.filter((name) => !used.has(name))).toEqual([])
  })

  test.each(refusals)('$file gives sentences', ({ file, kind }) => {
    const reasons = readReasons(readJson(file))
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.every(({ text }) => text.length > 3)).toBe(true)
    expect(refusalReason(Number(kind), reasons)).not.toBe('other')
  })

  test('refusals of state are told from refusals of credentials', () => {
    const reason = (file: string) => {
      const example = refusals.find((each) => each.file === file)
      return refusalReason(Number(example?.kind), readReasons(readJson(file)))
    }
    expect(reason('generate-pdf.403.kyc-session-not-finished.json')).toBe('state')
    expect(reason('generate-pdf.403.missing-or-invalid-credentials.json')).toBe('credentials')
    expect(reason('import-shared.403.already-imported.json')).toBe('already-shared')
    expect(reason('import-shared.400.expired-share-token.json')).toBe('share-token')
    expect(reason('update-status.400.same-status.json')).toBe('same-status')
    expect(reason('feature-update-status.400.same-status.json')).toBe('same-status')
    expect(reason('update-status.400.wrong-current-status.json')).toBe('state')
    expect(reason('update-status.400.missing-new-status.json')).toBe('validation')
    expect(reason('share.401.unauthorized.json')).toBe('credentials')
    expect(reason('decision.404.unknown-session-id.json')).toBe('not-found')
  })
})
