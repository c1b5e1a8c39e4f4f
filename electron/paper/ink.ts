import type { Style } from './text.ts'

/** The colours of the app's light screen, on white. */
export const ink = { full: '#1d2321', second: '#55605b', third: '#626c67', line: '#e7e3da', lineStrong: '#b9b2a5' } as const

export const styles = {
  body: { size: 9.5, colour: ink.full },
  row: { size: 9, colour: ink.full },
  description: { size: 8, colour: ink.second },
  label: { size: 8, colour: ink.third },
  strong: { size: 9, colour: ink.full, isBold: true },
  foot: { size: 7, colour: ink.third },
} as const satisfies Record<string, Style>

/** From one line to the next. */
export const leading = ({ size }: Style) => Math.round(size * 1.42 * 2) / 2
