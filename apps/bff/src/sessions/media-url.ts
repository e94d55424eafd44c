import { createHash } from 'node:crypto'
import { remembered } from './remembered.ts'

const mediaKey =
  /(?:^|_)(?:image|video|photo|selfie|picture)(?:_url)?$|^(?:document_file|file_url|extra_files|files|image_url|front_image_camera_front|back_image_camera_front)$/
const signature = /[?&](?:x-amz-signature|x-goog-signature|signature|sig|se|token|expires|policy|key-pair-id)=/i
const web = /^https?:\/\/([^/?#]+)([^?#]*)/i

/** Does a field of this name hold captures? */
export const isMediaKey = remembered((key) => mediaKey.test(key))

/** Host with port of an http address, in lower case; null for anything else. */
export const hostOf = (value: string): string | null => web.exec(value)?.[1]?.toLowerCase() ?? null

/**
 * Is this text a link to a capture? By the name of its field, by a signature in its query, or because it lives on a
 * host where other captures of the same decision live.
 */
export function isMediaUrl(key: string, value: string, hosts: ReadonlySet<string>): boolean {
  const host = hostOf(value)
  return host !== null && (isMediaKey(key) || signature.test(value) || hosts.has(host))
}

/** The same capture keeps its path when its link is signed anew, so that is what names it. */
export function mediaPath(url: string): string {
  return web.exec(url)?.[2] ?? url
}

/** Short stable name of a capture, under which the browser asks for it. */
export function mediaRefOf(url: string): string {
  return refOfPath(mediaPath(url))
}

const refOfPath = remembered((path) => createHash('sha256').update(path).digest('base64url').slice(0, 16))
