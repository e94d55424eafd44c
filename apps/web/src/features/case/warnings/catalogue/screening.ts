import type { RiskFamily } from './risk-entry.types.ts'

/** Watch lists. */
export const aml: RiskFamily = {
  POSSIBLE_MATCH_FOUND: {
    title: 'Possible match on watch lists',
    meaning: 'The screening found entries that may be about this person or company. A like name alone proves little.',
    checks: [
      'Compare birth date, country and numbers of each hit, worst first.',
      'Give every hit its verdict with a reason.',
      'The verdicts do not change the session: you still decide it.',
    ],
    target: { fields: ['hits'] },
  },
  COULD_NOT_PERFORM_AML_SCREENING: {
    title: 'Screening not carried out',
    meaning: 'Name, birth date or issuing state was missing, so no list was searched. It runs by itself once they are filled in.',
    checks: ['See which of the three is missing in the document.', 'Correct the data if it can be read on the picture.'],
    target: { media: ['front'], fields: ['screenedData'] },
  },
}

/** Network and device. */
export const ipAnalysis: RiskFamily = {
  IP_ADDRESS_IN_BLOCKLIST: {
    title: 'Network address on the blocklist',
    meaning: 'The session came from a network address on your blocklist.',
    checks: ['See whether the address is a shared one, as in mobile networks.', 'Open the sessions with the same address.'],
    target: { fields: ['ipAddress', 'matches'] },
  },
  DEVICE_FINGERPRINT_IN_BLOCKLIST: {
    title: 'Device on the blocklist',
    meaning: 'The session was done on a device on your blocklist.',
    checks: ['Open the session from which it was blocked and read why.', 'Compare the people who used the device.'],
    target: { fields: ['deviceFingerprint', 'matches'] },
  },
  PRIVATE_NETWORK_DETECTED: {
    title: 'Connection through a VPN, proxy or Tor',
    meaning: 'The true network address is hidden. Employers and privacy-minded people do this every day.',
    checks: [
      'See who the provider is: an employer, a VPN service, a data centre.',
      'See whether time zone and document point to one country.',
    ],
    target: { fields: ['isVpnOrTor', 'isp', 'isDataCenter'] },
  },
  COUNTRY_FROM_DOCUMENT_DOES_NOT_MATCH_COUNTRY_FROM_IP: {
    title: 'Connection from outside the document’s country',
    meaning: 'The network address lies in another country than the one that issued the document.',
    checks: ['See whether a VPN is in use.', 'Think of travel, work or residence abroad; compare the proof of address.'],
    target: { media: ['front'], fields: ['ipCountry', 'ipAddress'] },
  },
  EXPECTED_IP_ADDRESS_MISMATCH: {
    title: 'Network address other than expected',
    meaning: 'The session was not done from the network address that was given beforehand.',
    checks: ['Compare both addresses and their places.', 'A change from Wi-Fi to mobile data explains most of these.'],
    target: { fields: ['ipAddress', 'ipCountry'] },
  },
  DUPLICATED_IP_ADDRESS: {
    title: 'Network address shared with another user',
    meaning: 'Another user was verified from the same network address.',
    checks: ['See how many there are and how close in time.', 'Households, offices and mobile networks share addresses.'],
    target: { fields: ['matches', 'ipAddress'] },
  },
  DUPLICATED_DEVICE_FINGERPRINT: {
    title: 'Device shared with another user',
    meaning: 'The very same device was used for a session of another user.',
    checks: ['Open the other session and compare people and faces.', 'Think of a family telephone or a branch tablet.'],
    target: { fields: ['matches', 'deviceFingerprint'] },
  },
  DEVICE_RECOVERED_HIGH_CONFIDENCE: {
    title: 'Known device after its storage was cleared',
    meaning: 'The device looks new, but is with high confidence one that was seen before.',
    checks: ['Open the earlier session and compare the people.', 'See whether several accounts began on it in a short time.'],
    target: { fields: ['matches', 'deviceFingerprint'] },
  },
  AUTOMATION_FRAMEWORK_DETECTED: {
    title: 'Browser driven by a program',
    meaning: 'The browser shows traits of being steered by a tool instead of by hand.',
    checks: ['See whether the session comes from your own tests.', 'Look at liveness and video with more care.'],
    target: { media: ['video', 'selfie'], fields: ['browserFamily', 'deviceFingerprint'] },
  },
}

/** Registers of states and agencies. */
export const databaseValidation: RiskFamily = {
  DATABASE_VALIDATION_NO_MATCH: {
    title: 'No match in the register',
    meaning: 'The register has no person with these data.',
    checks: ['Compare what was asked with the picture: one misread digit is enough.', 'Read what each source answered.'],
    target: { media: ['front'], fields: ['matchType', 'screenedData'] },
  },
  DATABASE_VALIDATION_PARTIAL_MATCH: {
    title: 'Match with the register in part',
    meaning: 'Some fields agree with the register, others do not.',
    checks: ['Find the fields that do not agree.', 'Allow for shortened names and old addresses.'],
    target: { media: ['front'], fields: ['matchType', 'screenedData'] },
  },
  COULD_NOT_PERFORM_DATABASE_VALIDATION: {
    title: 'Register not asked',
    meaning: 'Data were missing or the register did not answer. It is asked again by itself once that is mended.',
    checks: ['See which data are missing, or which error is listed.', 'Correct the data if they can be read on the picture.'],
    target: { media: ['front'], fields: ['errors', 'screenedData'] },
  },
}
