import IconBuildingBank from '@tabler/icons-react/dist/esm/icons/IconBuildingBank.mjs'
import IconGavel from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs'
import IconNews from '@tabler/icons-react/dist/esm/icons/IconNews.mjs'
import IconQuestionMark from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs'
import IconShieldExclamation from '@tabler/icons-react/dist/esm/icons/IconShieldExclamation.mjs'
import type { AmlHit } from '@verdict/contract/feature-data'
import { familyOf } from '../model/aml-hits.ts'
import classes from './sections.module.css'

const icons = {
  sanctions: IconShieldExclamation,
  exposure: IconBuildingBank,
  media: IconNews,
  enforcement: IconGavel,
  other: IconQuestionMark,
} as const

/** The kind of list; its name stands beside it in words. */
export function HitIcon({ hit }: { hit: AmlHit }) {
  const family = familyOf(hit)
  const Icon = icons[family]
  return <Icon size={18} aria-hidden className={classes.hitIcon} data-family={family} />
}
