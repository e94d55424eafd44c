/** The emulator's own door, for what somebody else does or for what goes wrong. */
const port = Number(process.env['E2E_PORT'] ?? 9787) + 1
const origin = `http://127.0.0.1:${String(port)}`

export interface Call {
  method: string
  path: string
  body: unknown
  status: number
}

/** Posts to a control: `control('faults', { match: '/decision/', kind: 'status', status: 500 })`. */
export async function control(name: string, body: unknown): Promise<void> {
  const response = await fetch(`${origin}/__emulator/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`control ${name}: ${String(response.status)} ${await response.text()}`)
}

export async function clearFaults(): Promise<void> {
  await fetch(`${origin}/__emulator/faults`, { method: 'DELETE' })
}

/** Every call that Didit got so far, in order. */
export async function calls(): Promise<Call[]> {
  const response = await fetch(`${origin}/__emulator/requests`)
  return (await response.json()) as Call[]
}

/** Writes of a decision for one session. */
export async function decisionsSent(sessionId: string): Promise<Call[]> {
  return (await calls()).filter((call) => call.method === 'PATCH' && call.path.includes(sessionId) && call.path.endsWith('/update-status/'))
}

interface Applications {
  applications: { id: string; key: string; workflows: unknown[] }[]
}

/** A share token for us that the partner's application minted, and the partner's id. */
export async function partnerToken(): Promise<{ token: string; partnerId: string }> {
  const { applications } = (await (await fetch(`${origin}/__emulator/applications`)).json()) as Applications
  const [ours, partner] = applications
  if (!ours || !partner) throw new Error('The emulator has no two applications.')
  const headers = { 'x-api-key': partner.key, 'content-type': 'application/json' }
  const list = (await (await fetch(`${origin}/v3/sessions/?status=Approved&limit=20`, { headers })).json()) as {
    results: { session_id: string }[]
  }
  const index = Math.floor(Math.random() * list.results.length)
  const session = list.results[index]
  if (!session) throw new Error('The partner has no approved session.')
  const body = JSON.stringify({ for_application_id: ours.id })
  const shared = await fetch(`${origin}/v3/session/${session.session_id}/share/`, { method: 'POST', headers, body })
  const { share_token: token } = (await shared.json()) as { share_token: string }
  return { token, partnerId: partner.id }
}

const ours = { 'x-api-key': 'emulator-key', 'content-type': 'application/json' }

/** A person's session in review, the `nth` of them, oldest last. */
export async function sessionInReview(nth: number): Promise<string> {
  const query = `status=In%20Review&session_kind=user&limit=1&offset=${String(nth)}`
  const list = (await (await fetch(`${origin}/v3/sessions/?${query}`, { headers: ours })).json()) as { results: { session_id: string }[] }
  const [session] = list.results
  if (!session) throw new Error('There are not so many sessions in review.')
  return session.session_id
}

/** Somebody else who has our key decides, past Verdict. */
export async function decideByKey(sessionId: string, status: string, comment: string): Promise<void> {
  const response = await fetch(`${origin}/v3/session/${sessionId}/update-status/`, {
    method: 'PATCH',
    headers: ours,
    body: JSON.stringify({ new_status: status, comment }),
  })
  if (!response.ok) throw new Error(`the key could not decide: ${String(response.status)} ${await response.text()}`)
}
