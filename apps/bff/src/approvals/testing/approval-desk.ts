import type { Role } from '@verdict/contract/access'
import { Approval, ApprovalList } from '@verdict/contract/approval'
import { Policy, PolicyVersion } from '@verdict/contract/policy'
import type { FourEyesPolicy } from '@verdict/contract/policy/four-eyes'
import { hashPassword } from '../../people/auth.ts'
import { DEMO_PASSWORD } from '../../people/demo-staff.ts'
import { insertPerson } from '../../people/people.repository.ts'
import type { Agent, House } from '../../testing/index.ts'

/** Seats one more person and signs them in. */
export const oneMore = async (house: House, email: string, name: string, roles: Role[]): Promise<Agent> => {
  const { newId, clock, store } = house.deps
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await store
    .transaction()
    .execute((trx) => insertPerson(trx, { id: newId(), accountId: newId(), name, email, passwordHash, roles, at: clock() }))
  const agent = house.visitor()
  const answer = await agent.post('/api/auth/sign-in/email', { email, password: DEMO_PASSWORD })
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`)
  return agent
}

/** Changes the four-eyes rules as a manager does. */
export const setRules = async (manager: Agent, rules: Partial<FourEyesPolicy>): Promise<void> => {
  const { version, policy } = PolicyVersion.parse(await (await manager.get('/api/policy')).json())
  const next = Policy.parse({ ...policy, fourEyes: { ...policy.fourEyes, ...rules } })
  const answer = await manager.put('/api/policy', { expectedVersion: version, policy: next, note: 'For this test' })
  if (answer.status !== 200) throw new Error(`the policy could not be changed: ${await answer.text()}`)
}

export const waitingFor = async (agent: Agent): Promise<ApprovalList> =>
  ApprovalList.parse(await (await agent.get('/api/approvals')).json())

export const readApproval = async (agent: Agent, id: string): Promise<Approval> =>
  Approval.parse(await (await agent.get(`/api/approvals/${id}`)).json())

/** Answers with the evidence that the list shows. */
export const answerTo = async (agent: Agent, id: string, answer: Record<string, unknown>): Promise<Response> => {
  const { evidenceHash } = await readApproval(agent, id)
  return agent.post(`/api/approvals/${id}`, { evidenceHash, ...answer })
}
