const common = [
  'en',
  'ar',
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'et',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
]

const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' })

function nameOf(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** Languages in which Didit may write to an applicant; the applicant's own one is always among them. */
export function languagesFor(own: string | null): { value: string; label: string }[] {
  const codes = own !== null && own.length >= 2 && own.length <= 10 && !common.includes(own) ? [own, ...common] : common
  return codes.map((code) => ({ value: code, label: nameOf(code) }))
}
