import { QueuePage, QueueQuery } from '@verdict/contract/queue'
import { Hono } from 'hono'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { ListQueue } from './list-queue.ts'

export const queueRoutes = ({ listQueue }: { listQueue: ListQueue }) =>
  new Hono<AppEnv>().get(
    '/queue',
    need('queue.read', { summary: 'What waits for a person, oldest first', answers: { 200: QueuePage } }),
    validate('query', QueueQuery),
    async (c) => answer(c, QueuePage, await listQueue(c.req.valid('query')), 200),
  )
