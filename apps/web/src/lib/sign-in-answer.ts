import type { Me } from '@verdict/contract/access'
import type { SignInStep } from '@verdict/contract/second-factor'
import { bodyOf } from './request.ts'

/** What a right password leads to: a step that is still missing, or null for somebody who is in. */
export async function signInAnswer(asked: Promise<{ status: number; json: () => Promise<Me | SignInStep> }>): Promise<SignInStep | null> {
  const body = await bodyOf(asked)
  return 'next' in body ? body : null
}
