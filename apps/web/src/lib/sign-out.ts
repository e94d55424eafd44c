import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from './api.ts'

/** Ends the sign-in and forgets everything that was read under it. */
export function useSignOut(): () => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return () => {
    const leave = async (): Promise<void> => {
      await api.signOut().catch(() => undefined)
      await navigate({ to: '/sign-in' })
      queryClient.clear()
    }
    void leave()
  }
}
