import type { RiskFamily } from './risk-entry.types.ts'

/** The telephone number. */
export const phone: RiskFamily = {
  VERIFICATION_CODE_ATTEMPTS_EXCEEDED: {
    title: 'Too many wrong telephone codes',
    meaning: 'The code was typed wrongly as often as is allowed, so the number is not proven.',
    checks: ['Look at the steps: were codes delivered at all?', 'Ask for the number again if delivery was the problem.'],
    target: { fields: ['verificationAttempts', 'lifecycle'] },
  },
  PHONE_NUMBER_IN_BLOCKLIST: {
    title: 'Telephone number on the blocklist',
    meaning: 'This number was put on your blocklist earlier.',
    checks: ['Open the session from which it was blocked and read why.', 'Numbers are given out again: compare the people too.'],
    target: { fields: ['fullNumber', 'matches'] },
  },
  HIGH_RISK_PHONE_NUMBER: {
    title: 'Telephone number of high risk',
    meaning: 'No code was sent, because the number drew attention by repeated tries or known abuse.',
    checks: ['Read the reason in the details.', 'See whether country and carrier fit the person.'],
    target: { fields: ['fullNumber', 'carrier', 'lifecycle'] },
  },
  VOIP_NUMBER_DETECTED: {
    title: 'Internet telephone number',
    meaning: 'The number is not tied to a SIM card; such numbers are easy to get.',
    checks: ['See who the carrier is.', 'See whether it fits the person’s country and the other contact data.'],
    target: { fields: ['isVirtual', 'carrier'] },
  },
  DISPOSABLE_NUMBER_DETECTED: {
    title: 'Throw-away telephone number',
    meaning: 'The number comes from a service that lends numbers for a short while.',
    checks: ['See whether the same number stands in other sessions.', 'Ask for a lasting number if the person must be reached.'],
    target: { fields: ['isDisposable', 'matches'] },
  },
  DUPLICATED_PHONE_NUMBER: {
    title: 'Telephone number shared with another user',
    meaning: 'Another user was verified with the same number.',
    checks: ['Open the other session and compare the people.', 'Families and small firms share numbers.'],
    target: { fields: ['matches', 'fullNumber'] },
  },
}

/** The e-mail address. */
export const email: RiskFamily = {
  EMAIL_CODE_ATTEMPTS_EXCEEDED: {
    title: 'Too many wrong e-mail codes',
    meaning: 'The code was typed wrongly as often as is allowed, so the address is not proven.',
    checks: ['Look at the steps: were codes delivered at all?', 'Look for a slip in the address itself.'],
    target: { fields: ['verificationAttempts', 'lifecycle'] },
  },
  EMAIL_IN_BLOCKLIST: {
    title: 'E-mail address on the blocklist',
    meaning: 'This address was put on your blocklist earlier.',
    checks: ['Open the session from which it was blocked and read why.', 'Compare the person of that session with this one.'],
    target: { fields: ['email', 'matches'] },
  },
  UNDELIVERABLE_EMAIL_DETECTED: {
    title: 'Undeliverable e-mail address',
    meaning: 'Mail to this address does not arrive.',
    checks: ['Look for a slip in the name or the domain.', 'Ask for another address if the person must be reached.'],
    target: { fields: ['isUndeliverable', 'email'] },
  },
  BREACHED_EMAIL_DETECTED: {
    title: 'E-mail address found in a data leak',
    meaning: 'The address appears in published leaks. That is common, and by itself rather a sign that the address is old and in use.',
    checks: ['See which leaks and how old they are.', 'Weigh it only together with other signs.'],
    target: { fields: ['isBreached', 'breaches'] },
  },
  DISPOSABLE_EMAIL_DETECTED: {
    title: 'Throw-away e-mail address',
    meaning: 'The address belongs to a service for short-lived mailboxes.',
    checks: ['Look at the domain.', 'Ask for a lasting address if the person must be reached.'],
    target: { fields: ['isDisposable', 'email'] },
  },
  DUPLICATED_EMAIL: {
    title: 'E-mail address shared with another user',
    meaning: 'Another user was verified with the same address.',
    checks: ['Open the other session and compare the people.', 'See whether it is a second account of one person.'],
    target: { fields: ['matches', 'email'] },
  },
}
