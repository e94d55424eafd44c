import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const specDir = process.env['DIDIT_SPEC_DIR']
export const withoutSpec = 'set DIDIT_SPEC_DIR to the folder that holds openapi.json and examples/'

interface Indexed {
  file: string
  kind: string
}

/** The published example answers whose file name starts so, with their status. */
export function publishedAnswers(start: string): { file: string; status: number; body: unknown }[] {
  if (specDir === undefined) return []
  const index = JSON.parse(readFileSync(join(specDir, 'examples', '_index.json'), 'utf8')) as Indexed[]
  return index
    .filter(({ file, kind }) => file.startsWith(`${start}.`) && /^\d{3}$/.test(kind))
    .map(({ file, kind }) => ({
      file,
      status: Number(kind),
      body: JSON.parse(readFileSync(join(specDir ?? '', 'examples', file), 'utf8')) as unknown,
    }))
}

interface Operation {
  responses?: Record<string, { content?: Record<string, { example?: unknown; examples?: Record<string, { value?: unknown }> }> }>
}

/** A mock of the published specification such as any tool makes: by path and method, the first example of the answer. */
export function specificationMock(): (request: Request) => Response {
  const text = readFileSync(join(specDir ?? '', 'openapi.json'), 'utf8')
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> }
  const routes = Object.entries(paths).map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    methods,
  }))
  return (request) => {
    const { pathname } = new URL(request.url)
    const operation = routes.find(({ pattern }) => pattern.test(pathname))?.methods[request.method.toLowerCase()]
    const [status, answer] = Object.entries(operation?.responses ?? {}).find(([code]) => code.startsWith('2')) ?? ['404', {}]
    const media = answer.content?.['application/json']
    const example = media?.example ?? Object.values(media?.examples ?? {})[0]?.value
    if (example === undefined) return new Response('', { status: Number(status) })
    return Response.json(example, { status: Number(status) })
  }
}
