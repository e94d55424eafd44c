/** How the actions of the record read after a name. Unknown ones are shown as they are. */
const phrases: Readonly<Record<string, string>> = {
  'session.viewed': 'read the case',
  'decision.made': 'decided',
  'decision.undone': 'undid a decision',
  'decision.sent': 'decision sent to Didit',
  'decision.sending': 'decision on its way to Didit',
  'decision.settled': 'decision settled',
  'decision.refused': 'decision refused by Didit',
  'decision.void': 'decision void: evidence changed',
  'decision.uncertain': 'decision not certain',
  'note.added': 'wrote a note',
  'note.copied': 'note copied to Didit',
  'blocklist.add': 'asked to block',
  'blocklist.added': 'blocked',
  'blocklist.remove': 'asked to unblock',
  'blocklist.removed': 'took off the blocklist',
  'share.made': 'shared the session',
  'import.made': 'imported a session',
  'report.requested': 'asked for the PDF report',
  'report.sent': 'took the PDF report',
  'sign-in.done': 'signed in',
  'sign-in.failed': 'sign-in failed',
  'sign-out.done': 'signed out',
}

/** "decision.settled" → "decision settled"; words for what is known. */
export function actionWords(action: string): string {
  return phrases[action] ?? action.replaceAll(/[._-]+/g, ' ')
}
