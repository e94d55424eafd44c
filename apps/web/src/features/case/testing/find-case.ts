import { SessionDetail } from '@verdict/contract/case'
import { SessionPage } from '@verdict/contract/session'
import type { renderAt } from '../../../testing/render-at.tsx'

type House = Awaited<ReturnType<typeof renderAt>>['house']

/** The first case of the house that fits, as a reviewer gets it; throws when there is none. */
export async function findCase(
  house: House,
  fits: (session: SessionDetail) => boolean,
  query = 'status=In%20Review',
): Promise<SessionDetail> {
  const reader = await house.signIn('senior')
  const look = async (): Promise<SessionDetail | undefined> => {
    const list = SessionPage.parse(await (await reader.get(`/api/sessions?limit=100&${query}`)).json())
    for (const row of list.rows) {
      const session = SessionDetail.parse(await (await reader.get(`/api/sessions/${row.id}?ahead=1`)).json())
      if (fits(session)) return session
    }
    return undefined
  }
  const known = await look()
  if (known) return known
  // The index learns warnings and what others changed as it reads; here it is told to read now.
  await house.deps.index.reconcile()
  await house.deps.index.readDetails()
  const found = await look()
  if (found) return found
  throw new Error('The emulator plays no case of this kind among the newest hundred.')
}
