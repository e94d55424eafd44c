import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const worthIt = /\.(js|css|html|svg|json)$/

/** Writes `.br` and `.gz` beside every text file of the build; the bff serves them as they are. */
export function precompress(): Plugin {
  let folder = 'dist'
  return {
    name: 'verdict:precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true })
      // The page itself gets a nonce per answer, so it cannot be compressed beforehand.
      const chosen = files.filter((file) => worthIt.test(file) && file !== 'index.html')
      await Promise.all(
        chosen.map(async (file) => {
          const path = join(folder, file)
          const bytes = await readFile(path)
          const [small, older] = await Promise.all([
            brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
            zip(bytes, { level: 9 }),
          ])
          await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, older)])
        }),
      )
    },
  }
}
