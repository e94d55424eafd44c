// `pnpm dev`: the bff restarting on change, and Vite in front of it with hot reload.
import { spawn } from 'node:child_process'

const bff = spawn(process.execPath, ['--watch', 'apps/bff/src/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PUBLIC_URL: process.env.PUBLIC_URL ?? 'http://127.0.0.1:5173' },
})
const web = spawn('pnpm', ['--filter', '@verdict/web', 'run', 'dev'], { stdio: 'inherit', shell: process.platform === 'win32' })

function stop() {
  bff.kill('SIGTERM')
  web.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
bff.on('exit', stop)
web.on('exit', stop)
