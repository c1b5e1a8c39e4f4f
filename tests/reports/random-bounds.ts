import fc from 'fast-check'
import type { BuiltBound } from '../../shared/reports/built/bounds.ts'
import type { Measure } from '../../shared/reports/built/measure.ts'

/** What a row may come to in a small shop, so that a condition parts its rows. */
const most = { money: 40_000, number: 8, decimal: 12_000, percent: 10_000, minutes: 300 } satisfies Record<Measure['type'], number>

/** Any condition on one of these figures. */
export const aBound = (measures: readonly Measure[]): fc.Arbitrary<BuiltBound> =>
  fc.constantFrom(...measures).chain(({ key: measure, type }) => {
    const value = fc.integer({ min: -Math.floor(most[type] / 8), max: most[type] })
    return fc.oneof(
      fc.record({
        measure: fc.constant(measure),
        is: fc.constantFrom('atLeast' as const, 'atMost' as const),
        value,
        to: fc.constant(null),
      }),
      fc.tuple(value, value).map(([one, other]) => ({
        ...{ measure, is: 'between' as const },
        ...{ value: Math.min(one, other), to: Math.max(one, other) },
      })),
    )
  })
