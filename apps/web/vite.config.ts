import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './build/precompress.ts'

const bff = process.env['BFF_URL'] ?? 'http://127.0.0.1:8787'

/** Parts of the shell and the queue, without the panels and forms that open later. */
function isFirstScreen(id: string): boolean {
  return (
    /\/src\/(lib|ui|features\/queue)\//.test(id) &&
    !/\/live\/(follow-live|live-line|live-share|told-keys)|use-reasons|snooze-times|source-mark|(-panel|-fields|-dialog)\.tsx|submit-key|score-scale|record-table|copy-text|dialog-foot|second-factor|use-seconds-until|languages/.test(
      id,
    )
  )
}

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: false }), react(), precompress()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // What the first screen needs comes in one piece: dozens of small files cost more in headers than they save.
      output: { codeSplitting: { groups: [{ name: 'desk', test: isFirstScreen }] } },
    },
  },
  server: { proxy: { '/api': bff } },
})
