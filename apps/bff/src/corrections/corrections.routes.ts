import { AmlHitReview, AmlRationaleList, CorrectionDone, DataCorrection, FeatureOverride } from '@verdict/contract/corrections'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { AmlRationales } from './aml-rationales.ts'
import type { CorrectData } from './correct-data.ts'
import type { OverrideFeature } from './override-feature.ts'
import type { ReviewAmlHits } from './review-aml-hits.ts'

const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })
const FeatureParam = SessionParam.extend({ nodeId: z.string().min(1).max(200) })

export interface CorrectionsUseCases {
  overrideFeature: OverrideFeature
  reviewAmlHits: ReviewAmlHits
  correctData: CorrectData
  listAmlRationales: AmlRationales['list']
}

const done = { 200: CorrectionDone }

export const correctionsRoutes = (use: CorrectionsUseCases) =>
  new Hono<AppEnv>()
    .patch(
      '/sessions/:id/features/:nodeId',
      need('features.override', { summary: 'Override the status of one check', answers: done }),
      validate('param', FeatureParam),
      validate('json', FeatureOverride),
      async (c) => {
        const { id, nodeId } = c.req.valid('param')
        const ledgerSeq = await use.overrideFeature(c.var.person, id, nodeId, c.req.valid('json'))
        return answer(c, CorrectionDone, { sessionId: id, ledgerSeq }, 200)
      },
    )
    .patch(
      '/sessions/:id/aml-hits',
      need('aml.review', { summary: 'Judge watch-list hits, all or none', answers: done }),
      validate('param', SessionParam),
      validate('json', AmlHitReview),
      async (c) => {
        const { id } = c.req.valid('param')
        return answer(c, CorrectionDone, { sessionId: id, ledgerSeq: await use.reviewAmlHits(c.var.person, id, c.req.valid('json')) }, 200)
      },
    )
    .get(
      '/sessions/:id/aml-rationales',
      need('sessions.read', { summary: 'Why hits were judged as they are', answers: { 200: AmlRationaleList } }),
      validate('param', SessionParam),
      async (c) => answer(c, AmlRationaleList, { rationales: await use.listAmlRationales(c.req.valid('param').id) }, 200),
    )
    .patch(
      '/sessions/:id/data',
      need('data.correct', { summary: 'Correct data that Didit read', answers: done }),
      validate('param', SessionParam),
      validate('json', DataCorrection),
      async (c) => {
        const { id } = c.req.valid('param')
        return answer(c, CorrectionDone, { sessionId: id, ledgerSeq: await use.correctData(c.var.person, id, c.req.valid('json')) }, 200)
      },
    )
