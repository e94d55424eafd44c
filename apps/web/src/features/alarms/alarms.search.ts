import type { AlarmQuery } from '@verdict/contract/alarms'

export const views = ['open', 'acknowledged', 'console'] as const satisfies readonly AlarmQuery['view'][]
export interface AlarmsSearch {
  view?: AlarmQuery['view'] | undefined
}

/** What does not parse is the page's own start. */
export const parseAlarmsSearch = (raw: Record<string, unknown>): AlarmsSearch => {
  const view = views.find((known) => known === raw['view'])
  return view === undefined || view === 'open' ? {} : { view }
}
