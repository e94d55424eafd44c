import type { Didit, DiditFile } from '@verdict/didit'
import { DiditRefusedError, DiditUnreadableError, isDiditError } from '@verdict/didit'
import type { Evidence, EvidenceReader } from './evidence.ts'
import { sessionIdOf } from './evidence.ts'
import type { MediaGuard } from './media-guard.ts'
import type { MediaType } from './media-types.ts'
import { mediaTypeOf } from './media-types.ts'
import { mediaPath, mediaRefOf } from './media-url.ts'
import { mediaUrls } from './media.adapt.ts'
import { adaptSession } from './session.adapt.ts'
import type { Portraits } from './portraits.ts'
import { mediaRefused, mediaUnavailable } from './sessions.errors.ts'
import { mediaHosts } from './shown-value.ts'

const MAX_BYTES = 200 * 1024 * 1024
/** What a store answers when a signed link has run out. */
const expired = new Set([400, 401, 403])

export interface Media {
  /** 200, or 206 for a part. */
  status: 200 | 206
  type: MediaType
  length: number | null
  contentRange: string | null
  filename: string
  stream: ReadableStream<Uint8Array>
}

/** Links of decisions in memory, so that a case with forty captures is walked once and not forty times. */
function makeUrlsOf() {
  const known = new WeakMap<object, { urls: Map<string, string>; portrait: string | null }>()
  return (evidence: Evidence) => {
    const found = known.get(evidence.wire)
    if (found) return found
    const urls = mediaUrls(evidence.wire, mediaHosts(evidence.wire))
    const made = { urls, portrait: adaptSession(evidence.wire, () => null).portraitRef }
    known.set(evidence.wire, made)
    return made
  }
}

function capped(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let received = 0
  const cap = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      received += chunk.byteLength
      if (received > MAX_BYTES) controller.error(mediaRefused('It is larger than 200 MB.'))
      else controller.enqueue(chunk)
    },
  })
  return stream.pipeThrough(cap)
}

/**
 * `GET /api/sessions/:id/media/:ref`, where ref may be `portrait`. The link is looked up here and never leaves; one
 * that has run out is replaced once by reading the decision again.
 */
export function makeReadMedia(deps: {
  didit: Pick<Didit, 'media'>
  evidence: Pick<EvidenceReader, 'read' | 'newest'>
  portraits: Pick<Portraits, 'get'>
  guard: MediaGuard
}) {
  const { didit, evidence, portraits, guard } = deps
  const urlsOf = makeUrlsOf()

  const urlIn = (read: Evidence | undefined, ref: string): string | undefined => {
    if (!read) return undefined
    const { urls, portrait } = urlsOf(read)
    return urls.get(ref === 'portrait' ? (portrait ?? '') : ref)
  }

  const known = (sessionId: string, ref: string): string | undefined => {
    const thumbnail = portraits.get(sessionId)
    if (thumbnail !== undefined && (ref === 'portrait' || ref === mediaRefOf(thumbnail))) return thumbnail
    return urlIn(evidence.newest(sessionId), ref)
  }

  const again = async (sessionId: string, ref: string): Promise<string> => {
    const url = urlIn(await evidence.read(sessionId, 'fresh'), ref)
    if (url === undefined) throw mediaUnavailable()
    return url
  }

  const fetchFile = async (url: string, range: string | undefined): Promise<DiditFile> => {
    if (!URL.canParse(url)) throw mediaUnavailable()
    if (!(await guard(new URL(url)))) throw mediaRefused('Its link leads to an address that is not allowed.')
    const accept = (contentType: string) => mediaTypeOf(contentType, mediaPath(url)) !== undefined
    return didit.media.get({ url, allow: () => true, accept, ...(range === undefined ? {} : { range }) })
  }

  const translated = (error: unknown): unknown => {
    if (error instanceof DiditUnreadableError && error.fault === 'wrong-type') {
      return mediaRefused('It is of a kind that is not shown here.', error)
    }
    if (error instanceof DiditRefusedError) {
      return error.reason === 'redirected' ? mediaRefused('Its link leads on to somewhere else.', error) : mediaUnavailable(error)
    }
    return isDiditError(error) && error.kind === 'invalid-argument' ? mediaUnavailable(error) : error
  }

  return async (input: { sessionId: string; ref: string; range?: string | undefined }): Promise<Media> => {
    const sessionId = sessionIdOf(input.sessionId)
    const remembered = known(sessionId, input.ref)
    const range = /^bytes=\d*-\d*$/.test(input.range ?? '') ? input.range : undefined
    let url = remembered ?? (await again(sessionId, input.ref))
    let file: DiditFile
    try {
      file = await fetchFile(url, range).catch(async (error: unknown) => {
        const mayRenew = remembered !== undefined && error instanceof DiditRefusedError && expired.has(error.status)
        if (!mayRenew) throw error
        url = await again(sessionId, input.ref)
        return fetchFile(url, range)
      })
    } catch (error) {
      throw translated(error)
    }
    const type = mediaTypeOf(file.contentType, mediaPath(url))
    if (!type || (file.length !== null && file.length > MAX_BYTES)) {
      await file.stream.cancel()
      throw mediaRefused(type ? 'It is larger than 200 MB.' : 'It is of a kind that is not shown here.')
    }
    return {
      status: file.status === 206 ? 206 : 200,
      type,
      length: file.length,
      contentRange: file.headers['content-range'] ?? null,
      filename: `${input.ref.replaceAll(/[^\w-]/g, '')}.${type.extension}`,
      stream: capped(file.stream),
    }
  }
}
export type ReadMedia = ReturnType<typeof makeReadMedia>
