const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SPECIAL: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ß: 'SS',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Ñ: 'N',
  Ł: 'L',
  Đ: 'D',
  ẞ: 'SS',
  Þ: 'TH',
}

export interface MrzInput {
  format: 'TD1' | 'TD3'
  code: string
  issuer: string
  nationality: string
  number: string
  surname: string
  given: string
  /** YYYY-MM-DD */
  birth: string
  expiry: string
  sex: 'M' | 'F'
  optional: string
}

export interface Mrz {
  lines: string[]
  surname: string
  given: string
  numberCheck: string
  birthCheck: string
  expiryCheck: string
  finalCheck: string
  optional: string
}

/** ICAO 9303 check digit: weights 7, 3, 1 over the value of each character. */
export function checkDigit(text: string): string {
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const value = VALUES.indexOf(text.charAt(i))
    sum += (value < 0 ? 0 : value) * (i % 3 === 0 ? 7 : i % 3 === 1 ? 3 : 1)
  }
  return String(sum % 10)
}

/** Letters as a machine-readable zone may hold them, words parted by `<`. */
export function toMrzName(name: string): string {
  return name
    .toUpperCase()
    .replaceAll(/[ÄÖÜßÅÆØÑŁĐẞÞ]/g, (letter) => SPECIAL[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[^A-Z]+/g, '<')
    .replaceAll(/^<+|<+$/g, '')
}

export function makeMrz(input: MrzInput): Mrz {
  const surname = toMrzName(input.surname)
  const given = toMrzName(input.given)
  const birth = shortDate(input.birth)
  const expiry = shortDate(input.expiry)
  const birthCheck = checkDigit(birth)
  const expiryCheck = checkDigit(expiry)
  const number = pad(input.number.replaceAll(/[^A-Z0-9]/g, ''), 9)
  const numberCheck = checkDigit(number)
  const names = `${surname}<<${given}`
  if (input.format === 'TD3') {
    const optional = pad(input.optional, 14)
    const optionalCheck = checkDigit(optional)
    const head = `${number}${numberCheck}${pad(input.nationality, 3)}${birth}${birthCheck}${input.sex}${expiry}${expiryCheck}${optional}${optionalCheck}`
    const finalCheck = checkDigit(head.slice(0, 10) + head.slice(13, 20) + head.slice(21, 43))
    const lines = [pad(`${pad(input.code, 2)}${pad(input.issuer, 3)}${names}`, 44), head + finalCheck]
    return { lines, surname, given, numberCheck, birthCheck, expiryCheck, finalCheck, optional: input.optional.slice(0, 14) }
  }
  const first = `${pad(input.code, 2)}${pad(input.issuer, 3)}${number}${numberCheck}${pad(input.optional, 15)}`
  const second = `${birth}${birthCheck}${input.sex}${expiry}${expiryCheck}${pad(input.nationality, 3)}${'<'.repeat(11)}`
  const finalCheck = checkDigit(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29))
  const lines = [first, second + finalCheck, pad(names, 30)]
  return { lines, surname, given, numberCheck, birthCheck, expiryCheck, finalCheck, optional: input.optional.slice(0, 15) }
}

function pad(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, '<')
}

function shortDate(date: string): string {
  return date.slice(2).replaceAll('-', '')
}
