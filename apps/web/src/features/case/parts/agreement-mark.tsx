import IconAlertTriangleFilled from '@tabler/icons-react/dist/esm/icons/IconAlertTriangleFilled.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs'
import IconWriting from '@tabler/icons-react/dist/esm/icons/IconWriting.mjs'
import type { Agreement } from '../model/compare-values.ts'
import classes from './parts.module.css'

const marks = {
  same: { word: 'Same', Icon: IconCheck },
  spelling: { word: 'Spelling', Icon: IconWriting },
  otherScript: { word: 'Other script', Icon: IconLanguage },
  differs: { word: 'Differs', Icon: IconAlertTriangleFilled },
} as const

/** How several sources of one field stand to each other, with icon and word. */
export function AgreementMark({ agreement }: { agreement: Agreement | null }) {
  if (agreement === null) return <span className={classes.mark}>One source</span>
  const { word, Icon } = marks[agreement]
  return (
    <span className={classes.mark} data-agreement={agreement}>
      <Icon size={14} aria-hidden />
      {word}
    </span>
  )
}
