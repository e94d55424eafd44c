import { MantineProvider } from '@mantine/core'
import { setNonce } from 'get-nonce'
import type { ReactNode } from 'react'
import { cssVariablesResolver, theme } from './theme.ts'

/** The bff writes a fresh nonce into the page at every answer; style tags without it are refused by the browser. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

setNonce(nonce())

export function ThemeProvider({ children, env = 'default' }: { children: ReactNode; env?: 'default' | 'test' }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
      env={env}
      withStaticClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
