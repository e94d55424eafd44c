import { featureStatuses, sessionStatuses } from '@verdict/contract/session'

const fold = (word: string) =>
  word
    .trim()
    .replaceAll(/[\s_]+/g, ' ')
    .toLowerCase()
const known = new Map([...sessionStatuses, ...featureStatuses].map((status) => [fold(status), status]))

/** `IN_REVIEW` and `in review` become `In Review`; a word that we do not know stays as it is. */
export function adaptStatus(status: string): string {
  return known.get(fold(status)) ?? status
}
