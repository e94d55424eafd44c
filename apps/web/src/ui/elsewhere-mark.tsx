import type { TablerIcon } from '@tabler/icons-react'
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs'
import IconFileOff from '@tabler/icons-react/dist/esm/icons/IconFileOff.mjs'
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs'
import IconQuestionMark from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs'
import type { AlarmKind } from '@verdict/contract/alarms'
import { markClass } from './chip.tsx'
import type { Term } from './vocabulary.ts'

/** What somebody did past Verdict, by what is known of it. */
export const elsewhereTerms: Readonly<Record<AlarmKind, Term & { icon: TablerIcon }>> = {
  'key-elsewhere': { word: 'Key used elsewhere', icon: IconKey, hue: 'bad' },
  'not-shown': { word: 'Missing at Didit', icon: IconFileOff, hue: 'bad' },
  unattributed: { word: 'Not attributed', icon: IconQuestionMark, hue: 'attention' },
  console: { word: 'Didit’s console', icon: IconDeviceDesktop, hue: 'plain' },
}

/** Who decided, when it was not through Verdict. */
export function elsewhereWords({ kind, actor }: { kind: AlarmKind; actor: string }): string {
  if (kind === 'console') return `Decided in Didit’s console by ${actor}`
  if (kind === 'key-elsewhere') return 'Decided with the API key, not through Verdict'
  return kind === 'unattributed' ? 'Didit’s trail does not say who decided' : 'Didit’s trail does not show our decision'
}

/** Beside a status that was set past Verdict. */
export function ElsewhereMark({ elsewhere }: { elsewhere: { kind: AlarmKind; actor: string } }) {
  const { icon: Icon, hue } = elsewhereTerms[elsewhere.kind]
  const words = elsewhereWords(elsewhere)
  return (
    <span className={markClass[hue]} title={words} role="img" aria-label={words}>
      <Icon size={16} stroke={1.75} aria-hidden />
    </span>
  )
}
