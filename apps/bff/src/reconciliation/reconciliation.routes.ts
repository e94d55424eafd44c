import { Alarm, AlarmList, AlarmNote, AlarmQuery, ReconciliationRun, SessionAlarms } from '@verdict/contract/alarms'
import { Hono } from 'hono'
import { z } from 'zod'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { Alarms } from './read-alarms.ts'

const SessionParam = z.object({ id: z.uuid('This is not a session id.').toLowerCase() })
const AlarmParam = z.object({ alarmId: z.uuid('This is not the id of an alarm.') })

/** Mounted at `/api`. */
export function reconciliationRoutes(use: Alarms) {
  return new Hono<AppEnv>()
    .get(
      '/alarms',
      need('alarms.read', { summary: 'What Didit’s trail shows that our record does not, and the reverse', answers: { 200: AlarmList } }),
      validate('query', AlarmQuery),
      async (c) => answer(c, AlarmList, await use.list(c.req.valid('query')), 200),
    )
    .post(
      '/alarms/:alarmId/acknowledge',
      need('alarms.manage', { summary: 'Acknowledge an alarm with a note', answers: { 200: Alarm } }),
      validate('param', AlarmParam),
      validate('json', AlarmNote),
      async (c) => answer(c, Alarm, await use.acknowledge(c.var.person, c.req.valid('param').alarmId, c.req.valid('json').note), 200),
    )
    .post(
      '/reconciliation/run',
      need('alarms.manage', { summary: 'Compare with Didit’s trail now', answers: { 200: ReconciliationRun } }),
      async (c) => answer(c, ReconciliationRun, await use.run(), 200),
    )
    .get(
      '/sessions/:id/alarms',
      need('sessions.read', { summary: 'Alarms of one session', answers: { 200: SessionAlarms } }),
      validate('param', SessionParam),
      async (c) => answer(c, SessionAlarms, { alarms: await use.ofSession(c.req.valid('param').id) }, 200),
    )
}
