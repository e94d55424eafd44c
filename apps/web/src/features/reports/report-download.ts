import { useMutation } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The click only starts the download; the address must outlive it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Fetches Didit's PDF of a session and hands it to the browser. Takes several seconds. */
export function useReportDownload() {
  return useMutation({
    mutationFn: async ({ sessionId, number }: { sessionId: string; number: number | null }) => {
      save(await api.report(sessionId), `verdict-${number === null ? sessionId : String(number)}.pdf`)
    },
  })
}
