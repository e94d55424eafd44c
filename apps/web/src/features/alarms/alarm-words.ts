import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs'
import IconQuestionMark from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs'
import IconFileOff from '@tabler/icons-react/dist/esm/icons/IconFileOff.mjs'
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs'
import type { AlarmKind } from '@verdict/contract/alarms'
import type { Term } from '../../ui/vocabulary.ts'

export const kindTerms: Readonly<Record<AlarmKind, Term>> = {
  'key-elsewhere': { word: 'Key used elsewhere', icon: IconKey, hue: 'bad' },
  'not-shown': { word: 'Missing at Didit', icon: IconFileOff, hue: 'bad' },
  unattributed: { word: 'Not attributed', icon: IconQuestionMark, hue: 'attention' },
  console: { word: 'Didit’s console', icon: IconDeviceDesktop, hue: 'plain' },
}
