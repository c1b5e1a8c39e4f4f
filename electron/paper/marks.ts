import { runsOf, widthOfRuns, type Run, type Style } from './text.ts'

/** What is on a sheet, in points from its upper left corner; of a text `y` is the line that its letters stand on. */
export type Mark =
  | Readonly<{ kind: 'text'; x: number; y: number; runs: readonly Run[]; style: Style }>
  | Readonly<{ kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number; colour: string; dash: number }>
  | Readonly<{ kind: 'box'; x: number; y: number; width: number; height: number; colour: string }>
  | Readonly<{ kind: 'picture'; x: number; y: number; width: number; height: number; source: string }>
export type Sheet = readonly Mark[]

export const mm = (millimetres: number) => (millimetres * 72) / 25.4

export function textAt(x: number, y: number, text: string, style: Style): Mark {
  return { kind: 'text', x, y, runs: runsOf(text), style }
}

/** Ends at `right`. */
export function textBefore(right: number, y: number, text: string, style: Style): Mark {
  const runs = runsOf(text)
  return { kind: 'text', x: right - widthOfRuns(runs, style), y, runs, style }
}

export function textAround(middle: number, y: number, text: string, style: Style): Mark {
  const runs = runsOf(text)
  return { kind: 'text', x: middle - widthOfRuns(runs, style) / 2, y, runs, style }
}

export const rule = (x1: number, x2: number, y: number, colour: string, { width = 0.5, dash = 0 } = {}): Mark => ({
  ...{ kind: 'line', x1, y1: y, x2, y2: y, width, colour, dash },
})
