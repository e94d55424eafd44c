import { BlocklistAdd, BlocklistAsked, BlocklistDone, BlocklistPage, BlocklistQuery, BlocklistRemove } from '@verdict/contract/blocklist'
import { Hono } from 'hono'
import { need } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { AppEnv } from '../http/app-env.ts'
import { validate } from '../http/validate.ts'
import type { AskRemoval } from './ask-removal.ts'
import type { AddToBlocklist } from './change-blocklist.ts'
import type { ListBlocklist } from './list-blocklist.ts'

export interface BlocklistUseCases {
  listBlocklist: ListBlocklist
  addToBlocklist: AddToBlocklist
  askRemoval: AskRemoval
}

export const blocklistRoutes = (use: BlocklistUseCases) =>
  new Hono<AppEnv>()
    .get(
      '/blocklist',
      need('blocklist.read', { summary: 'What is blocked from sessions', answers: { 200: BlocklistPage } }),
      validate('query', BlocklistQuery),
      async (c) => answer(c, BlocklistPage, await use.listBlocklist(c.req.valid('query')), 200),
    )
    .post(
      '/blocklist',
      need('blocklist.add', { summary: 'Block what a session brought', answers: { 200: BlocklistDone } }),
      validate('json', BlocklistAdd),
      async (c) => {
        const input = c.req.valid('json')
        const ledgerSeq = await use.addToBlocklist(c.var.person, input)
        return answer(c, BlocklistDone, { sessionId: input.sessionId, items: input.items, ledgerSeq }, 200)
      },
    )
    .post(
      '/blocklist/remove',
      need('blocklist.remove', {
        summary: 'Take off what was blocked from a session, or ask a second person for it',
        answers: { 200: BlocklistDone, 202: BlocklistAsked },
        stepUp: true,
      }),
      validate('json', BlocklistRemove),
      async (c) => {
        const input = c.req.valid('json')
        const done = await use.askRemoval(c.var.person, input)
        if ('approvalId' in done) return answer(c, BlocklistAsked, done, 202)
        const { ledgerSeq } = done
        return answer(c, BlocklistDone, { sessionId: input.sessionId, items: input.items, ledgerSeq }, 200)
      },
    )
