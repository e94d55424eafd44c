import { AssigneeInput, NextCase, NextInput, QueueMarks, QueuePage, QueuePeople, QueueQuery, SnoozeInput } from '@verdict/contract/queue'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { Queue } from './make-queue.ts'

const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })
const marked = (summary: string) => ({ summary, answers: { 200: QueueMarks } })

export const queueRoutes = ({ queue }: { queue: Queue }) =>
  new Hono<AppEnv>()
    .get(
      '/queue',
      need('queue.read', { summary: 'What waits for a person, by when it is due', answers: { 200: QueuePage } }),
      validate('query', QueueQuery),
      async (c) => answer(c, QueuePage, await queue.list(c.var.person, c.req.valid('query')), 200),
    )
    .post(
      '/queue/next',
      need('decisions.make', { summary: 'Lease the next case, or say why there is none', answers: { 200: NextCase } }),
      validate('json', NextInput),
      async (c) => answer(c, NextCase, await queue.takeNext(c.var.person, c.req.valid('json')), 200),
    )
    .get('/queue/people', need('decisions.make', { summary: 'To whom a case can be assigned', answers: { 200: QueuePeople } }), async (c) =>
      answer(c, QueuePeople, { people: await queue.marks.people() }, 200),
    )
    .get(
      '/sessions/:id/marks',
      need('queue.read', marked('Who has a waiting case, and whether it is put off')),
      validate('param', SessionParam),
      async (c) => answer(c, QueueMarks, await queue.marks.marksOf(c.req.valid('param').id), 200),
    )
    .post(
      '/sessions/:id/snooze',
      need('decisions.make', marked('Put a waiting case off until a time or an event')),
      validate('param', SessionParam),
      validate('json', SnoozeInput),
      async (c) => answer(c, QueueMarks, await queue.marks.snooze(c.var.person, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .delete(
      '/sessions/:id/snooze',
      need('decisions.make', marked('Bring a case back that was put off')),
      validate('param', SessionParam),
      async (c) => answer(c, QueueMarks, await queue.marks.wake(c.var.person, c.req.valid('param').id), 200),
    )
    .post(
      '/sessions/:id/assignee',
      need('decisions.make', marked('Give a waiting case to a person, or back to everybody')),
      validate('param', SessionParam),
      validate('json', AssigneeInput),
      async (c) =>
        answer(c, QueueMarks, await queue.marks.assign(c.var.person, c.req.valid('param').id, c.req.valid('json').personId), 200),
    )
