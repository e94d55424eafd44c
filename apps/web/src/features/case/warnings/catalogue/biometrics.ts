import type { RiskFamily } from './risk-entry.types.ts'

const selfie = ['selfie', 'video'] as const

/** Reading the chip. */
export const nfc: RiskFamily = {
  DATA_INCONSISTENT: {
    title: 'Difference between chip and print',
    meaning: 'The chip holds other data than what was read from the document. The chip is the harder one to change.',
    checks: [
      'Find the field that differs.',
      'Allow for transliteration and shortened names.',
      'See whether the contents of the chip are signed and whole.',
    ],
    target: { media: ['front'], fields: ['documentNumber', 'firstName', 'lastName'], section: 'identityDocument' },
  },
}

/** Liveness and the age that is estimated from the selfie. */
export const liveness: RiskFamily = {
  NO_FACE_DETECTED: {
    title: 'No face in the selfie',
    meaning: 'No face was found, so neither presence nor likeness could be checked.',
    checks: ['See what the selfie shows.', 'Ask for a new one if it is dark, turned away or covered.'],
    target: { media: selfie, fields: ['referenceImage'] },
  },
  LIVENESS_FACE_ATTACK: {
    title: 'Face shown from a picture, screen or mask',
    meaning: 'The check sees a presentation of a face rather than a person who is there.',
    checks: [
      'Watch the video: does the face move as a whole, with depth?',
      'Look for edges of paper, a display or a mask.',
      'Compare with the portrait: a perfect likeness can be a photo of it.',
    ],
    target: { media: ['video', 'selfie'], fields: ['score', 'videoUrl'] },
  },
  FACE_IN_BLOCKLIST: {
    title: 'Face on the blocklist',
    meaning: 'This face was put on your blocklist earlier.',
    checks: ['Open the session from which it was blocked and read why.', 'Compare both faces side by side.'],
    target: { media: ['selfie', 'match'], fields: ['matches'] },
  },
  POSSIBLE_FACE_IN_BLOCKLIST: {
    title: 'Face like one on the blocklist',
    meaning: 'The face resembles a blocked one, but not closely enough to be sure.',
    checks: ['Compare both faces in the bench: ears, moles, the line of the brow.', 'Compare name and birth date of the two sessions.'],
    target: { media: ['match', 'selfie'], fields: ['matches'] },
  },
  AGE_BELOW_MINIMUM: {
    title: 'Estimated age under the minimum',
    meaning: 'The age that was estimated from the selfie is under what this workflow allows. An estimate can be some years off.',
    checks: ['Compare with the birth date on the document.', 'See whether the selfie is good enough for an estimate.'],
    target: { media: selfie, fields: ['ageEstimation'] },
  },
  AGE_NOT_DETECTED: {
    title: 'No estimate of age',
    meaning: 'The age could not be estimated from the selfie.',
    checks: ['See whether the face is whole and lit.', 'Take the age from the document if there is one.'],
    target: { media: selfie, fields: ['ageEstimation'] },
  },
  LOW_LIVENESS_SCORE: {
    title: 'Low liveness score',
    meaning: 'The check is not sure that a person was before the camera. Poor light lowers the score as well.',
    checks: ['Look at selfie and video for a screen or paper.', 'See whether light, glasses or a weak camera explain it.'],
    target: { media: selfie, fields: ['score'] },
  },
  LOW_FACE_QUALITY: {
    title: 'Poor quality of the selfie',
    meaning: 'The face is blurred, small or covered, which makes every comparison with it weaker.',
    checks: ['See whether you can recognise the person by eye.', 'Ask for a new selfie if you cannot.'],
    target: { media: selfie, fields: ['faceQuality'] },
  },
  LOW_FACE_LUMINANCE: {
    title: 'Dark selfie',
    meaning: 'There was too little light on the face.',
    checks: ['Raise the brightness of the picture and look again.', 'Ask for a new selfie if features stay hidden.'],
    target: { media: selfie, fields: ['faceLuminance'] },
  },
  HIGH_FACE_LUMINANCE: {
    title: 'Overlit selfie',
    meaning: 'There was too much light on the face, so features are washed out.',
    checks: ['Lower the brightness of the picture and look again.', 'Ask for a new selfie if features stay lost.'],
    target: { media: selfie, fields: ['faceLuminance'] },
  },
  MULTIPLE_FACES_DETECTED: {
    title: 'Several faces in the selfie',
    meaning: 'More than one face was seen; it is not certain that the right one was compared.',
    checks: ['See whether the second face is a person, a poster or a screen.', 'See whether somebody leads the applicant.'],
    target: { media: selfie, fields: ['referenceImage'] },
  },
  DUPLICATED_FACE: {
    title: 'Face known from another user',
    meaning: 'An approved session of another user has the same face.',
    checks: ['Open the other session and compare both faces.', 'Compare the names: one person twice, or one face under two names?'],
    target: { media: ['match', 'selfie'], fields: ['matches'] },
  },
  POSSIBLE_DUPLICATED_FACE: {
    title: 'Face like that of another user',
    meaning: 'The face resembles one of an earlier session under another user, without being certainly the same.',
    checks: ['Open the other session and compare both faces.', 'Think of relatives, twins above all.'],
    target: { media: ['match', 'selfie'], fields: ['matches'] },
  },
}

/** The selfie against the document. */
export const faceMatch: RiskFamily = {
  NO_REFERENCE_IMAGE: {
    title: 'No picture to compare the selfie with',
    meaning: 'The comparison did not take place, because there is no portrait to hold the selfie against.',
    checks: ['See whether the document shows a portrait.', 'Compare by eye if it does.'],
    target: { media: ['faceTarget', 'front', 'selfie'], fields: ['targetImage', 'sourceImage'] },
  },
  LOW_FACE_MATCH_SIMILARITY: {
    title: 'Weak likeness of selfie and portrait',
    meaning: 'The two faces are less alike than this workflow asks for. Old portraits, glasses and poor light lower the score too.',
    checks: [
      'Compare ears, brow, nose and moles in the bench.',
      'Compare the chip portrait as well, where there is one.',
      'See how old the portrait is.',
    ],
    target: { media: ['faceSource', 'faceTarget', 'selfie', 'portrait'], fields: ['score'] },
  },
}
