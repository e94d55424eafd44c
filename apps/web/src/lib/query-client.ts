import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem.ts'

/** Refusals are answers and are not asked again; only a lost connection is, twice. */
function worthAnother(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ProblemError && error.problem.status === 0
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthAnother, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
