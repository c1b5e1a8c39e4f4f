import type { Figures, Line } from '../../shared/reports/table.ts'

/** The most first; what is the same, in the order of its name. */
export const highestFirst = <F extends string>(lines: readonly Line<F>[], by: (figures: Figures<F>) => number) =>
  [...lines].sort((a, b) => by(b.figures) - by(a.figures) || a.label.localeCompare(b.label))
