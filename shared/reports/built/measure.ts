import type { ColumnType } from '../model.ts'
import { averageOf, decimalOf, shareOf, type ColumnOf, type Figures } from '../table.ts'

/**
 * A column of a report that somebody builds, made of figures that can be added up: one of them, its share of all, or one divided by
 * others. Said as data, so that the same words make its cells, its total and the order of its rows.
 */
export type Measure<F extends string = string> = Readonly<{ key: string; type: Exclude<ColumnType, 'text' | 'date'> }> &
  (Readonly<{ sum: F }> | Readonly<{ shareOf: F }> | Readonly<{ part: F; whole: readonly F[] }>)

/** Which figures it is made of. */
export const figuresIn = <F extends string>(measure: Measure<F>): readonly F[] => {
  if ('sum' in measure) return [measure.sum]
  return 'shareOf' in measure ? [measure.shareOf] : [measure.part, ...measure.whole]
}

export const columnOf = <F extends string>(measure: Measure<F>): ColumnOf<F> => ({
  ...{ key: measure.key, type: measure.type },
  value: (figures, all) => cellOf(measure, figures, all),
})

function cellOf<F extends string>(measure: Measure<F>, figures: Figures<F>, all: Figures<F>) {
  if ('sum' in measure) return figures[measure.sum]
  if ('shareOf' in measure) return shareOf(figures[measure.shareOf], all[measure.shareOf])
  const whole = measure.whole.reduce((sum, name) => sum + figures[name], 0)
  return divided[measure.type](figures[measure.part], whole)
}

const divided = { percent: shareOf, decimal: decimalOf, money: averageOf, number: averageOf, minutes: averageOf } satisfies Record<
  Measure['type'],
  (part: number, whole: number) => number | null
>
