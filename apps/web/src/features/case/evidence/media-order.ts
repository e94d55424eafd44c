import type { MediaItem } from '@verdict/contract/media'

const roles: readonly MediaItem['role'][] = [
  'front',
  'back',
  'selfie',
  'portrait',
  'chipPortrait',
  'address',
  'video',
  'captureSelfie',
  'frontFull',
  'backFull',
  'signature',
  'faceSource',
  'faceTarget',
  'file',
  'match',
]

/** What a reviewer looks at first comes first; within one role as upstream has it. */
export function inOrder(media: readonly MediaItem[]): MediaItem[] {
  return media.toSorted((one, two) => roles.indexOf(one.role) - roles.indexOf(two.role))
}
