import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const cobalt: MantineColorsTuple = [
  '#EDF2FE',
  '#DCE6FD',
  '#B4C6F8',
  '#8FACFF',
  '#6488F0',
  '#3A67E0',
  '#2F5CD8',
  '#2A56D0',
  '#2247B3',
  '#1B3A94',
]
const gray: MantineColorsTuple = [
  '#F6F6F8',
  '#F1F2F4',
  '#E6E7EB',
  '#D2D5DB',
  '#B0B5BE',
  '#878D97',
  '#636974',
  '#454A54',
  '#2B2F37',
  '#16181D',
]
const dark: MantineColorsTuple = [
  '#ECEEF1',
  '#B9BEC7',
  '#8F96A2',
  '#6C737F',
  '#383D45',
  '#262A30',
  '#1C1F24',
  '#15171B',
  '#0E1013',
  '#0A0B0D',
]

const sans = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

export const theme = createTheme({
  colors: { cobalt, gray, dark },
  primaryColor: 'cobalt',
  primaryShade: { light: 7, dark: 5 },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  black: '#16181D',
  fontFamily: sans,
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: { fontFamily: sans, fontWeight: '600' },
  components: {
    Input: { classNames: { wrapper: 'v-input' } },
    InputWrapper: { classNames: { label: 'v-label', description: 'v-description' } },
    Button: { classNames: { root: 'v-button' }, defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 500 } } },
    SegmentedControl: { classNames: { label: 'v-segment' }, defaultProps: { withItemsBorders: false, size: 'xs' } },
    Badge: { defaultProps: { tt: 'none', radius: 4 } },
    Modal: {
      styles: { title: { fontSize: '16px', lineHeight: '24px', fontWeight: 600 } },
      defaultProps: { radius: 12, padding: 'xl', overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 160 } },
    },
    Menu: { classNames: { dropdown: 'v-float' }, defaultProps: { radius: 8, transitionProps: { duration: 120 } } },
    Popover: { classNames: { dropdown: 'v-float' }, defaultProps: { radius: 8, transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 300, radius: 4 } },
  },
})

/** Hands our tokens to Mantine's own parts, in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-placeholder': 'var(--v-text-3)',
    '--mantine-color-default-border': 'var(--v-line-strong)',
    '--mantine-color-text': 'var(--v-text)',
    '--mantine-color-dimmed': 'var(--v-text-3)',
    '--mantine-color-body': 'var(--v-surface)',
    '--mantine-color-default': 'var(--v-surface)',
    '--mantine-color-default-hover': 'var(--v-sunken)',
    '--mantine-color-default-color': 'var(--v-text)',
    '--mantine-color-anchor': 'var(--v-accent)',
    '--mantine-color-error': 'var(--v-bad)',
    '--mantine-primary-color-filled': 'var(--v-filled)',
    '--mantine-color-cobalt-light-color': 'var(--v-accent)',
  }
  return { variables: {}, light: shared, dark: shared }
}
