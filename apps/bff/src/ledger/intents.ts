/** What is recorded before its effect leaves the house and ends with `<room>.ended`. A new one needs a line here. */
export const intents = [
  'feature.overridden',
  'aml.reviewed',
  'data.corrected',
  'blocklist.added',
  'blocklist.removed',
  'share.made',
  'import.made',
  'report.asked',
  'webhook.registered',
  'webhook.secret-taken',
  'webhook.test-asked',
  'webhook.resend-asked',
]

export const isIntent = (action: string): boolean => intents.includes(action)

/** How the end of an intent is called. */
export const endOf = (action: string): string => `${action.split('.')[0] ?? action}.ended`
