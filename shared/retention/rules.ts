import { Temporal } from 'temporal-polyfill'

/** The moment that lies so many months before `now`: what is older is forgotten. */
export const monthsBefore = (now: Date, months: number) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract({ months })
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
