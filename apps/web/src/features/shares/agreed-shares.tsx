import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Approval } from '@verdict/contract/approval'
import type { ShareMade } from '@verdict/contract/shares'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { moment } from '../../lib/format.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { ProblemPanel } from '../../ui/problem-panel.tsx'
import classes from './share-dialog.module.css'
import { TokenDialog } from './token-dialog.tsx'

const whoOf = ({ session }: Approval): string =>
  [session?.number, session?.name].filter((part) => part !== null && part !== undefined).join(' ') || 'Session without a name'

/** Makes exactly what was agreed to; the approval is good for one token. */
const makeAgreed = async ({ id, session, ask }: Approval): Promise<ShareMade> => {
  if (!session || !ask?.share) throw new Error('This approval is no sharing.')
  const answer = await api.share(session.id, { ...ask.share, purpose: ask.comment, approvalId: id })
  if ('token' in answer) return answer
  throw new Error('An agreed sharing was asked for again.')
}

/**
 * What a second person agreed to and nobody made yet. The token stands here and not in its row, which goes away as soon
 * as the approval is used up.
 */
export function AgreedShares({ agreed }: { agreed: readonly Approval[] }) {
  const queries = useQueryClient()
  const [made, setMade] = useState<{ title: string; token: ShareMade } | null>(null)
  const make = useMutation({
    mutationFn: makeAgreed,
    onSuccess: (token, approval) => setMade({ title: `Share ${whoOf(approval)}`, token }),
    onSettled: () => {
      for (const queryKey of [queryKeys.shares, queryKeys.approvals]) void queries.invalidateQueries({ queryKey })
    },
  })
  return (
    <>
      {agreed.length > 0 && (
        <ul className={classes.agreed} aria-label="Agreed, not made yet">
          {agreed.map((approval) => (
            <li key={approval.id}>
              <p>
                <b>Agreed: make the token</b> for <bdi>{whoOf(approval)}</bdi>, {approval.ask?.comment}{' '}
                {approval.second && `· ${approval.second.by.name} agreed ${moment(approval.second.at)}`}
              </p>
              <Button
                variant="default"
                size="xs"
                loading={make.isPending && make.variables.id === approval.id}
                disabled={make.isPending}
                aria-label={`Make share token for ${whoOf(approval)}`}
                onClick={() => make.mutate(approval)}
              >
                Make share token
              </Button>
            </li>
          ))}
        </ul>
      )}
      {make.error && <ProblemPanel error={make.error} compact />}
      {made && <TokenDialog title={made.title} made={made.token} onClose={() => setMade(null)} />}
    </>
  )
}
