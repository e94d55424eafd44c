import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentTypes } from './content-types.ts'

export interface WebFile {
  contentType: string
  /** By content coding; `identity` is always there. */
  bytes: Map<'identity' | 'br' | 'gzip', Uint8Array<ArrayBuffer>>
  /** Named by its content, so it never changes. */
  immutable: boolean
}

export interface WebFiles {
  /** `undefined` when nothing was built. */
  page(): Promise<string | undefined>
  file(path: string): Promise<WebFile | undefined>
}

const codings = { '.br': 'br', '.gz': 'gzip' } as const

const isCoding = (extension: string): extension is keyof typeof codings => extension in codings

async function readAll(folder: string): Promise<Map<string, WebFile>> {
  const files = new Map<string, WebFile>()
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of names.filter((each) => each.isFile())) {
    const full = join(entry.parentPath, entry.name)
    const extension = extname(full)
    const coding = isCoding(extension) ? codings[extension] : 'identity'
    const path = `/${relative(folder, coding === 'identity' ? full : full.slice(0, -extension.length))
      .split(sep)
      .join('/')}`
    const file = files.get(path) ?? {
      contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
      bytes: new Map(),
      immutable: path.startsWith('/assets/'),
    }
    file.bytes.set(coding, new Uint8Array(await readFile(full)))
    files.set(path, file)
  }
  return files
}

/** The built web, held in memory and read again when a newer build replaced it. Only names that were built can be asked for. */
export function openWebFiles(folder: string): WebFiles {
  let files = new Map<string, WebFile>()
  let builtAt = 0
  const fresh = async () => {
    const at = await stat(join(folder, 'index.html')).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    if (at !== builtAt) {
      files = at === 0 ? new Map() : await readAll(folder)
      builtAt = at
    }
    return files
  }
  return {
    page: async () => {
      const bytes = (await fresh()).get('/index.html')?.bytes.get('identity')
      return bytes && new TextDecoder().decode(bytes)
    },
    file: async (path) => {
      const file = (await fresh()).get(path)
      return file?.bytes.has('identity') && path !== '/index.html' ? file : undefined
    },
  }
}

export const noWebFiles: WebFiles = { page: async () => undefined, file: async () => undefined }
