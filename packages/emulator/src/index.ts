export { createEmulator } from './emulator.ts'
export type { Emulator, EmulatorOptions } from './emulator.ts'
export { serveEmulator } from './serve-emulator.ts'
export type { ServedEmulator, ServeOptions } from './serve-emulator.ts'
