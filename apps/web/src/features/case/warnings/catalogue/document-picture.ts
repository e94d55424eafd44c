import type { RiskFamily } from './risk-entry.types.ts'

/** Identity documents: their pictures, their kind and whom they were seen with. */
export const documentPicture: RiskFamily = {
  DOCUMENT_NOT_SUPPORTED_FOR_APPLICATION: {
    title: 'Document of a kind that is not accepted',
    meaning: 'The document was recognised, but this workflow does not take this type, edition or issuing country.',
    checks: ['See which document and which state were recognised.', 'Ask for another document if the recognition is right.'],
    target: { media: ['front'], fields: ['documentType', 'issuingState'] },
  },
  COULD_NOT_RECOGNIZE_DOCUMENT: {
    title: 'Unrecognised document',
    meaning: 'The picture could not be matched to any known document.',
    checks: ['See whether the picture shows a document at all.', 'Look for blur, glare and cut edges before you judge the document.'],
    target: { media: ['front', 'back'], fields: ['documentType'] },
  },
  COULD_NOT_DETECT_DOCUMENT_TYPE: {
    title: 'Unknown type of document',
    meaning: 'It is a document, but whether passport, card or permit could not be told.',
    checks: ['Read its title and its issuer.', 'See whether the workflow accepts that type.'],
    target: { media: ['front', 'back'], fields: ['documentType'] },
  },
  PORTRAIT_IMAGE_NOT_DETECTED: {
    title: 'No portrait found on the document',
    meaning: 'There is no face to compare with, because none was found on the document.',
    checks: ['See whether the portrait is covered, blurred or washed out.', 'See whether the right side was captured.'],
    target: { media: ['front', 'back'], fields: ['portraitImage'] },
  },
  QR_NOT_DETECTED: {
    title: 'No QR code found',
    meaning: 'A document of this kind should carry a QR code, and none was read.',
    checks: ['Look for the code on both sides.', 'See whether glare or a fold lies on it.'],
    target: { media: ['back', 'front'], fields: ['extraFields'] },
  },
  QR_VALIDATION_FAILED: {
    title: 'Failed check of the QR code',
    meaning: 'The QR code was read, but its contents are not in order or do not fit the print.',
    checks: ['Compare what the code says with the printed fields.', 'Look at the edges of the code for signs that it was put there later.'],
    target: { media: ['back', 'front'], fields: ['extraFields', 'documentNumber'] },
  },
  BARCODE_NOT_DETECTED: {
    title: 'No barcode found',
    meaning: 'A document of this kind should carry a barcode, and none was read.',
    checks: ['Look for the code on the back.', 'See whether the picture is sharp enough for fine bars.'],
    target: { media: ['back', 'front'], fields: ['extraFields'] },
  },
  BARCODE_VALIDATION_FAILED: {
    title: 'Failed check of the barcode',
    meaning: 'The barcode was read, but its contents are not in order or do not fit the print.',
    checks: ['Compare name, number and dates in the code with the print.', 'See whether the code belongs to this edition of the card.'],
    target: { media: ['back', 'front'], fields: ['extraFields', 'documentNumber'] },
  },
  SCREEN_CAPTURE_DETECTED: {
    title: 'Document photographed from a screen',
    meaning: 'The picture looks like a photo of a display instead of the document itself.',
    checks: [
      'Zoom in and look for a grid of pixels, wavy patterns or a bezel.',
      'See whether the shine moves in the video as on a real card.',
      'Ask for the document in hand if unsure.',
    ],
    target: { media: ['front', 'back', 'video'], fields: ['frontImageQualityScore'] },
  },
  PRINTED_COPY_DETECTED: {
    title: 'Printed copy of a document',
    meaning: 'The picture looks like paper with a print of the document on it.',
    checks: ['Look for paper texture, cut edges and missing holograms.', 'See whether the workflow accepts copies.'],
    target: { media: ['front', 'back', 'video'], fields: ['frontImageQualityScore'] },
  },
  PORTRAIT_MANIPULATION_DETECTED: {
    title: 'Signs of a replaced portrait',
    meaning: 'The portrait area looks as if it had been changed or laid over.',
    checks: [
      'Zoom to the edges of the portrait: shadows, glue, sharper pixels.',
      'Compare it with the small second portrait and the chip.',
      'Compare it with the selfie.',
    ],
    target: { media: ['front', 'portrait', 'chipPortrait'], fields: ['portraitImage'] },
  },
  PUBLIC_DOCUMENT_IMAGE_DETECTED: {
    title: 'Document picture known from the public',
    meaning: 'The same picture circulates openly, for example as a specimen.',
    checks: ['Look for words such as SPECIMEN or a famous sample name.', 'See whether the selfie shows the person of the portrait.'],
    target: { media: ['front'], fields: ['documentNumber', 'firstName', 'lastName'] },
  },
  POSSIBLE_DUPLICATED_USER: {
    title: 'Same person or document approved before',
    meaning: 'Another approved session, under another user, has the same document or the same person.',
    checks: [
      'Open the other session and compare face, name and number.',
      'See whether the person simply opened a second account.',
      'See whether the two accounts name different people.',
    ],
    target: { media: ['front', 'match'], fields: ['matches', 'documentNumber'] },
  },
  ID_DOCUMENT_IN_BLOCKLIST: {
    title: 'Document on the blocklist',
    meaning: 'This document was put on your blocklist earlier.',
    checks: ['Open the session from which it was blocked and read why.', 'Compare the number: the entry must be this very document.'],
    target: { media: ['front'], fields: ['matches', 'documentNumber'] },
  },
  FRONT_CAMERA_FACE_IN_BLOCKLIST: {
    title: 'Face of the capture on the blocklist',
    meaning: 'While the document was captured the front camera saw a face that is on your blocklist.',
    checks: [
      'Compare that face with the selfie: somebody else may hold the telephone.',
      'Open the session from which the face was blocked.',
    ],
    target: { media: ['captureSelfie', 'selfie'], fields: ['matches', 'frontImageCameraFrontFaceMatchScore'] },
  },
  LOW_FRONT_CAMERA_FACE_MATCH_SIMILARITY: {
    title: 'Different face while the document was captured',
    meaning: 'The face before the camera at that moment hardly resembles the portrait on the document.',
    checks: ['Compare that face with the portrait and the selfie.', 'See whether a helper held the telephone.'],
    target: { media: ['captureSelfie', 'portrait', 'front'], fields: ['frontImageCameraFrontFaceMatchScore'] },
  },
  POSSIBLE_FRAUD: {
    title: 'General risk sign without detail',
    meaning: 'Didit marks the document as risky without saying which part of it.',
    checks: ['Go through both sides and the other warnings of this case.', 'Confirm only what you can name in the evidence.'],
    target: { media: ['front', 'back'], fields: ['documentNumber', 'matches'] },
  },
}
