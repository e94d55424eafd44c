const allowed: ReadonlyMap<string, { extension: string; document: boolean }> = new Map([
  ['image/png', { extension: 'png', document: false }],
  ['image/jpeg', { extension: 'jpg', document: false }],
  ['image/webp', { extension: 'webp', document: false }],
  ['image/gif', { extension: 'gif', document: false }],
  ['image/heic', { extension: 'heic', document: false }],
  ['video/mp4', { extension: 'mp4', document: false }],
  ['video/webm', { extension: 'webm', document: false }],
  ['video/quicktime', { extension: 'mov', document: false }],
  ['application/pdf', { extension: 'pdf', document: true }],
])

const aliases: ReadonlyMap<string, string> = new Map([
  ['image/jpg', 'image/jpeg'],
  ['image/heif', 'image/heic'],
])
/** Stores that do not know what they keep. */
const unnamed = new Set(['application/octet-stream', 'binary/octet-stream'])
const byEnding: ReadonlyMap<string, string> = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    webp: 'image/webp',
    gif: 'image/gif',
    heic: 'image/heic',
    mp4: 'video/mp4',
    webm: 'video/webm',
    mov: 'video/quicktime',
    pdf: 'application/pdf',
  }),
)

export interface MediaType {
  contentType: string
  extension: string
  /** Opened in a sandbox: a document can carry scripts. */
  document: boolean
}

/** The type under which a capture may be shown; undefined for anything that a browser could run, and the rest. */
export function mediaTypeOf(said: string, path: string): MediaType | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const contentType = unnamed.has(said) ? (byEnding.get(ending) ?? '') : (aliases.get(said) ?? said)
  const facts = allowed.get(contentType)
  return facts && { contentType, ...facts }
}
