import Bowser from 'bowser'

/** What a browser says of itself, in words: "Firefox on Linux". Shown to people, never trusted. */
export function browserWords(userAgent: string | null): string {
  if (!userAgent) return 'An unnamed program'
  const { browser, os } = Bowser.parse(userAgent)
  if (!browser.name) return 'An unnamed program'
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}
