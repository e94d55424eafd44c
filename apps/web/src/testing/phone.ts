/** What an authenticator app shows, for tests that set a second factor up. */
export { codeAt } from '@verdict/bff/testing'
