import { DiditError, DiditInvalidArgumentError, DiditRefusedError } from '../errors.ts'
import type { DiditFile } from '../file.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'

export interface GetMedia {
  /** A signed URL out of a decision, used at once and never kept. */
  url: string
  /** The caller's decision whether this address may be asked at all; it sees the parsed URL. */
  allow: (url: URL) => boolean | Promise<boolean>
  /** Content types that may pass, without parameters and in lower case. Default: all. */
  accept?: ((contentType: string) => boolean) | undefined
  /** A `Range` header to hand on, for video. */
  range?: string | undefined
}

const rangePattern = /^bytes=\d{0,15}-\d{0,15}$/

export const makeMedia = (call: Caller) => ({
  /** Streams one image, video or document without the API key. Refused as `expired-link`: read the decision again for a new one. */
  get: async (input: GetMedia, options?: CallOptions): Promise<DiditFile> => {
    const url = URL.canParse(input.url) ? new URL(input.url) : undefined
    const web = url?.protocol === 'https:' || url?.protocol === 'http:'
    if (!url || !web || url.username !== '' || url.password !== '') {
      throw new DiditInvalidArgumentError('url', 'an absolute http or https URL without credentials')
    }
    if (!(await input.allow(url))) throw new DiditInvalidArgumentError('url', 'an allowed address')
    if (input.range !== undefined && !rangePattern.test(input.range)) {
      throw new DiditInvalidArgumentError('range', 'one byte range')
    }
    return call.file(
      {
        operation: 'media.get',
        method: 'GET',
        kind: 'media',
        path: url.href,
        headers: input.range === undefined ? {} : { range: input.range },
      },
      input.accept ?? (() => true),
      options,
    )
  },
})

/** Asks whether Didit is up, without the key and outside the budgets. Resolves in every case but a cancelled call. */
export const makeHealth =
  (call: Caller) =>
  async (options?: CallOptions): Promise<{ ok: boolean; status: number | null }> => {
    try {
      await call.nothing({ operation: 'health', method: 'GET', kind: 'health', path: '/system/healthcheck' }, options)
      return { ok: true, status: 200 }
    } catch (error) {
      if (!(error instanceof DiditError) || error.kind === 'cancelled') throw error
      return { ok: false, status: error instanceof DiditRefusedError ? error.status : null }
    }
  }
