import { remembered } from './remembered.ts'

const secretKey =
  /(?:^|_)session_url$|(?:^|_)(?:session|share|access|client|transaction)_token$|(?:^|_)secret(?:_|$)|^verification_url$|^session_link$/
const verifyLink = /https?:\/\/[^\s/?#"'<>]+\/(?:[a-z]{2}(?:-[a-z]+)?\/)?(?:session|verify|u)\/[^\s"'<>]+/gi
const signedToken = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g

/** Fields that open a session or prove a right: they stay in the house, wherever upstream puts them. */
export const isSecretKey = remembered((key) => secretKey.test(key))

/** Text without the links and tokens that open a session. */
export function withoutSecrets(text: string): string {
  if (!text.includes('://') && !text.includes('eyJ')) return text
  return text.replaceAll(verifyLink, '(link removed)').replaceAll(signedToken, '(token removed)')
}
