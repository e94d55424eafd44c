/* The floor of the screen figures: a bare page of the same stack, ten thousand virtual rows and an item of forty facts. */
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Button.layer.css'
import './floor.css'
import { Button, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, RouterProvider, useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'

const client = new QueryClient()
const names = Array.from({ length: 10_000 }, (_, index) => `Person ${String(index)}`)
const itemQuery = (id: number) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: () => ({
      name: names[id] ?? '',
      facts: Array.from({ length: 40 }, (_, at) => [`Fact ${String(at)}`, `${String(id)}-${String(at)}`]),
    }),
    staleTime: Infinity,
  })

function List() {
  const box = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer keeps its own state; nothing here is memoised over it
  const rows = useVirtualizer({ count: names.length, getScrollElement: () => box.current, estimateSize: () => 52, overscan: 8 })
  const open = (id: string) => void navigate({ to: '/item/$id', params: { id } })
  return (
    <div ref={box} className="list" role="grid" aria-label="Rows">
      <div style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            tabIndex={0}
            className="row"
            style={{ transform: `translateY(${String(start)}px)` }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') open(String(index))
            }}
          >
            <span>{index}</span>
            <strong>{names[index]}</strong>
            <span>Waits {index} min</span>
            <span>Needs review</span>
            <span>GBR</span>
          </div>
        ))}
      </div>
    </div>
  )
}

function Item() {
  const id = Number(itemRoute.useParams().id)
  const { data } = useSuspenseQuery(itemQuery(id))
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'n') void navigate({ to: '/item/$id', params: { id: String(id + 1) } })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [id, navigate])
  return (
    <main data-item={id} className="item">
      <h1>{data.name}</h1>
      <dl>
        {data.facts.map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button variant="default">Decide</Button>
    </main>
  )
}

const root = createRootRoute()
const listRoute = createRoute({ getParentRoute: () => root, path: '/', component: List })
const itemRoute = createRoute({
  getParentRoute: () => root,
  path: '/item/$id',
  loader: ({ params }) => client.ensureQueryData(itemQuery(Number(params.id))),
  component: Item,
})
const router = createRouter({ routeTree: root.addChildren([listRoute, itemRoute]) })

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
createRoot(place).render(
  <MantineProvider>
    <QueryClientProvider client={client}>
      {/* Only one router of a program is registered as the type of all. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>
  </MantineProvider>,
)
