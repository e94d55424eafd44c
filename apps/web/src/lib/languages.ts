/** Languages in which Didit writes; others it answers silently in English. */
const codes =
  'en ar bg bn bs ca cnr cs da de el es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk mn ms nl no pl pt pt-BR ro ru sk sl so sq sr sv th tr uk uz vi zh zh-CN zh-TW'.split(
    ' ',
  )

const names = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' })

export function languageName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

export const languages = codes
  .map((value) => ({ value, label: languageName(value) }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))

/** The one in which Didit would write to somebody who prefers `own`. */
export function languageFor(own: string | null): string {
  const wanted = own?.trim() ?? ''
  const exact = codes.find((code) => code.toLowerCase() === wanted.toLowerCase())
  return exact ?? codes.find((code) => code === wanted.split(/[-_]/u)[0]?.toLowerCase()) ?? 'en'
}

/** Read from right to left. */
export const isRightToLeft = (code: string): boolean => /^(ar|fa|he)\b/u.test(code)
