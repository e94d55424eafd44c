import type { TablerIcon } from '@tabler/icons-react'
import IconAlertOctagonFilled from '@tabler/icons-react/dist/esm/icons/IconAlertOctagonFilled.mjs'
import IconAlertTriangleFilled from '@tabler/icons-react/dist/esm/icons/IconAlertTriangleFilled.mjs'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import IconCalendarOff from '@tabler/icons-react/dist/esm/icons/IconCalendarOff.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs'
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs'
import IconCircleDotted from '@tabler/icons-react/dist/esm/icons/IconCircleDotted.mjs'
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs'
import IconCircleXFilled from '@tabler/icons-react/dist/esm/icons/IconCircleXFilled.mjs'
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs'
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs'
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs'
import IconInfoCircleFilled from '@tabler/icons-react/dist/esm/icons/IconInfoCircleFilled.mjs'
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs'
import IconLoader2 from '@tabler/icons-react/dist/esm/icons/IconLoader2.mjs'
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs'
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import IconQuestionMark from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs'
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs'
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs'
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import type { Decision, dispositions } from '@verdict/contract/decision'
import type { FeatureStatus, SessionStatus, Severity } from '@verdict/contract/session'

/** `plain` is grey; the others say a state, always with icon and word. */
export type Hue = 'plain' | 'good' | 'bad' | 'attention' | 'waiting'

/** How one state is said everywhere: word, icon, hue. */
export interface Term {
  word: string
  icon: TablerIcon
  hue: Hue
}

export const sessionTerms: Readonly<Record<SessionStatus, Term>> = {
  'Not Started': { word: 'Not started', icon: IconCircleDotted, hue: 'plain' },
  'In Progress': { word: 'In progress', icon: IconPlayerPlay, hue: 'plain' },
  'Awaiting User': { word: 'Waiting for people', icon: IconHourglass, hue: 'waiting' },
  'In Review': { word: 'In review', icon: IconEye, hue: 'attention' },
  Approved: { word: 'Approved', icon: IconCircleCheck, hue: 'good' },
  Declined: { word: 'Declined', icon: IconCircleX, hue: 'bad' },
  Resubmitted: { word: 'Asked again', icon: IconRotateClockwise, hue: 'waiting' },
  Abandoned: { word: 'Abandoned', icon: IconUserOff, hue: 'plain' },
  Expired: { word: 'Link expired', icon: IconLinkOff, hue: 'plain' },
  'Kyc Expired': { word: 'Approval expired', icon: IconCalendarOff, hue: 'attention' },
}

/** `strip`: the quiet form in rows of marks, where a pass is grey. */
export const featureTerms: Readonly<Record<FeatureStatus, Term & { strip: TablerIcon; stripHue: Hue }>> = {
  Approved: { word: 'Approved', icon: IconCircleCheck, hue: 'good', strip: IconCheck, stripHue: 'plain' },
  'In Review': {
    word: 'In review',
    icon: IconEye,
    hue: 'attention',
    strip: IconAlertTriangleFilled,
    stripHue: 'attention',
  },
  Declined: { word: 'Declined', icon: IconCircleX, hue: 'bad', strip: IconCircleXFilled, stripHue: 'bad' },
  'Resub Requested': {
    word: 'Asked again',
    icon: IconRotateClockwise,
    hue: 'waiting',
    strip: IconRotateClockwise,
    stripHue: 'waiting',
  },
  'Not Finished': { word: 'Not finished', icon: IconCircleDashed, hue: 'plain', strip: IconCircleDashed, stripHue: 'plain' },
  Expired: { word: 'Expired', icon: IconCalendarOff, hue: 'plain', strip: IconCalendarOff, stripHue: 'plain' },
}

export const severityTerms: Readonly<Record<Severity, Term>> = {
  declines: { word: 'Declines', icon: IconAlertOctagonFilled, hue: 'bad' },
  review: { word: 'Needs review', icon: IconAlertTriangleFilled, hue: 'attention' },
  information: { word: 'For information', icon: IconInfoCircleFilled, hue: 'plain' },
  unknown: { word: 'Severity not known', icon: IconQuestionMark, hue: 'plain' },
}

export const answerTerms: Readonly<Record<(typeof dispositions)[number], Term>> = {
  explained: { word: 'Explained', icon: IconCircleCheck, hue: 'good' },
  confirmed: { word: 'Confirmed', icon: IconFlag, hue: 'bad' },
  notRelevant: { word: 'Not relevant', icon: IconMinus, hue: 'plain' },
}

/** `held` is said with its seconds: "Sending in 4 s". */
export const decisionTerms: Readonly<Record<Decision['state'], Term>> = {
  held: { word: 'Sending soon', icon: IconLoader2, hue: 'plain' },
  awaiting_second: { word: 'Waits for a second person', icon: IconUsersGroup, hue: 'waiting' },
  sending: { word: 'Sending', icon: IconLoader2, hue: 'plain' },
  uncertain: { word: 'Not certain, checking', icon: IconHelpCircle, hue: 'attention' },
  settled: { word: 'Settled', icon: IconCircleCheck, hue: 'good' },
  refused: { word: 'Refused by Didit', icon: IconCircleX, hue: 'bad' },
  undone: { word: 'Undone', icon: IconArrowBackUp, hue: 'plain' },
  void: { word: 'Not sent, evidence changed', icon: IconArrowsDiff, hue: 'attention' },
}

/** What a reviewer chose, in the words of sessions. */
export const outcomeWords: Readonly<Record<Decision['outcome'], string>> = {
  Approved: 'Approved',
  Declined: 'Declined',
  Resubmitted: 'Asked again',
}

function lookUp<T extends Term>(terms: Readonly<Record<string, T>>, raw: string): T | undefined {
  return Object.hasOwn(terms, raw) ? terms[raw] : undefined
}

/** Unknown words of Didit's are shown as they came. */
function unknown(raw: string): Term {
  return { word: raw, icon: IconQuestionMark, hue: 'plain' }
}

export function sessionTerm(raw: string): Term {
  return lookUp(sessionTerms, raw) ?? unknown(raw)
}

export function featureTerm(raw: string): Term {
  return lookUp(featureTerms, raw) ?? unknown(raw)
}

/** The quiet form for strips: a passed check is a thin grey tick. */
export function stripTerm(raw: string): Term {
  const term = lookUp(featureTerms, raw)
  return term ? { word: term.word, icon: term.strip, hue: term.stripHue } : unknown(raw)
}
