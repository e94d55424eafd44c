/** How the actions of the record read after a name. Unknown ones are shown as they are. */
const phrases: Readonly<Record<string, string>> = {
  'session.viewed': 'read the case',
  'session.read-ahead': 'case read ahead by a list',
  'decision.made': 'decided',
  'decision.hurried': 'sent a decision without waiting',
  'decision.undone': 'undid a decision',
  'decision.uncertain': 'decision not certain',
  'decision.settled': 'decision taken by Didit',
  'decision.refused': 'decision refused by Didit',
  'decision.void': 'decision void: evidence changed',
  'note.added': 'wrote a note',
  'note.copied': 'copy of a note for Didit',
  'feature.overridden': 'overrode a check',
  'feature.ended': 'end of an override',
  'aml.reviewed': 'judged watch-list hits',
  'aml.ended': 'end of a judgement',
  'data.corrected': 'corrected data',
  'data.ended': 'end of a correction',
  'blocklist.added': 'blocked',
  'blocklist.removed': 'took off the blocklist',
  'blocklist.ended': 'end of a blocklist change',
  'share.made': 'shared the session',
  'share.ended': 'end of a share',
  'import.made': 'imported a session',
  'import.ended': 'end of an import',
  'report.asked': 'asked for the PDF report',
  'report.ended': 'end of a report',
  'sign-in.made': 'signed in',
  'sign-in.failed': 'sign-in failed',
  'sign-out.made': 'signed out',
  'person.added': 'added a person',
  'person.roles-changed': 'changed somebody’s roles',
  'person.password-set': 'set somebody’s password',
  'person.switched-off': 'switched somebody off',
  'person.switched-on': 'switched somebody on',
  'password.changed': 'changed their own password',
  'password.failed': 'gave a wrong password when changing it',
}

/** "decision.settled" → "decision taken by Didit"; words for what is known. */
export function actionWords(action: string): string {
  return phrases[action] ?? action.replaceAll(/[._-]+/g, ' ')
}
