import { createFileRoute } from '@tanstack/react-router'
import { AlarmsPage } from '../features/alarms/alarms-page.tsx'
import { alarmsQuery } from '../features/alarms/alarms.queries.ts'
import { parseAlarmsSearch } from '../features/alarms/alarms.search.ts'
import { needs } from '../lib/needs.ts'

export const Route = createFileRoute('/_desk/alarms')({
  validateSearch: parseAlarmsSearch,
  beforeLoad: ({ context }) => {
    needs(context.me, 'alarms.read')
  },
  loaderDeps: ({ search }) => ({ view: search.view ?? ('open' as const) }),
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(alarmsQuery(deps.view)),
  component: Page,
})

function Page() {
  const { view } = Route.useLoaderDeps()
  const navigate = Route.useNavigate()
  return <AlarmsPage view={view} onView={(next) => void navigate({ search: next === 'open' ? {} : { view: next } })} />
}
