import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'

const require = createRequire(import.meta.url)

export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  mono: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
  wide: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  devanagari: require.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
  thai: require.resolve('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
} as const

/** Scripts that none of the fonts brought along can write. */
const NO_GLYPHS = /[\u1100-\u11ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af]/

export function canWrite(value: string): boolean {
  return !NO_GLYPHS.test(value)
}

function fontsFor(svg: string): string[] {
  const files: string[] = []
  if (svg.includes('<text')) files.push(FONT_FILES.regular, FONT_FILES.bold)
  if (svg.includes('DejaVu Sans Mono')) files.push(FONT_FILES.mono)
  if (/[\u0590-\u06ff]/.test(svg)) files.push(FONT_FILES.wide)
  if (/[\u0900-\u097f]/.test(svg)) files.push(FONT_FILES.devanagari)
  if (/[\u0e00-\u0e7f]/.test(svg)) files.push(FONT_FILES.thai)
  return files
}

/** PNG bytes of a drawing, as wide as asked, drawn off the main thread. Uses only the fonts brought along, never the machine's. */
export async function rasterise(svg: string, width: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fontsFor(svg), defaultFontFamily: 'Inter' },
  })
  return image.asPng()
}

export function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function wrap(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Inter, DejaVu Sans, Noto Sans Devanagari, Noto Sans Thai">${body}</svg>`
}

interface Style {
  size: number
  fill?: string
  bold?: boolean
  mono?: boolean
  anchor?: 'start' | 'middle' | 'end'
  /** Squeezes longer text into this width. */
  fit?: number
  opacity?: number
}

/** One line of text. `fit` reckons with an average width, more for capitals. */
export function text(x: number, y: number, value: string, style: Style): string {
  const { size, fill = '#1f2733', bold = false, mono = false, anchor = 'start', fit, opacity } = style
  const each = mono ? 0.602 : value === value.toUpperCase() ? 0.72 : 0.58
  const wide = value.length * size * each
  const used = fit !== undefined && wide > fit ? Math.max(size * 0.42, (size * fit) / wide) : size
  const room = fit === undefined ? value.length : Math.floor(fit / (used * each))
  const shown = value.length > room + 2 ? `${value.slice(0, Math.max(1, room - 1))}…` : value
  return `<text x="${x}" y="${y}" font-size="${used.toFixed(1)}" fill="${fill}"${bold ? ' font-weight="600"' : ''}${mono ? ' font-family="DejaVu Sans Mono" xml:space="preserve"' : ''} text-anchor="${anchor}"${opacity === undefined ? '' : ` fill-opacity="${opacity}"`}>${escapeXml(shown)}</text>`
}
