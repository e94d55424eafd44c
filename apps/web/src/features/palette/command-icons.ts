import type { TablerIcon } from '@tabler/icons-react'
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconFaceId from '@tabler/icons-react/dist/esm/icons/IconFaceId.mjs'
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs'
import IconFlipVertical from '@tabler/icons-react/dist/esm/icons/IconFlipVertical.mjs'
import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs'
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import IconMaximize from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs'
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs'
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconPlayerTrackNext from '@tabler/icons-react/dist/esm/icons/IconPlayerTrackNext.mjs'
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs'
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs'
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import IconZoomIn from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs'
import IconZoomOut from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs'

/** The sign of a page's act, as it stands on its button. */
const signs: ReadonlyMap<string, TablerIcon> = new Map<string, TablerIcon>([
  ['Approve', IconCheck],
  ['Decline', IconX],
  ['Resubmit', IconRotateClockwise],
  ['Blocklist', IconBan],
  ['Compare faces', IconFaceId],
  ['Review watch-list hits', IconScale],
  ['Write a note', IconMessage],
  ['Next case', IconPlayerTrackNext],
  ['Take next', IconPlayerTrackNext],
  ['Back', IconArrowLeft],
  ['Edit the rationale', IconPencil],
  ['Say why', IconPencil],
  ['Show where it stands', IconFocusCentered],
  ['Open the linked session', IconLink],
  ['Put off until later', IconClock],
  ['Assign to a person', IconUser],
  ['Undo the newest held decision', IconArrowBackUp],
  ['Zoom in', IconZoomIn],
  ['Zoom out', IconZoomOut],
  ['Turn left', IconRotate],
  ['Turn right', IconRotateClockwise],
  ['Mirror the picture', IconFlipVertical],
  ['Whole picture, as taken', IconMaximize],
  ['Search', IconSearch],
  ['Filter', IconFilter],
  ['Answer: explained', IconCircleCheck],
  ['Answer: confirmed', IconFlag],
  ['Answer: not relevant', IconMinus],
])

/** What an act without a sign of its own carries. */
export function commandIcon(label: string): TablerIcon {
  return signs.get(label) ?? IconChevronRight
}
