import { z } from 'zod'
import { CalendarDate } from '../time.ts'

export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeInvalid' })
/** Midnight ends a day as 24:00. */
const EndOfRange = z.union([TimeOfDay, z.literal('24:00')], { error: 'timeInvalid' })

const TimeRange = z
  .strictObject({ from: TimeOfDay, to: EndOfRange })
  .refine(({ from, to }) => from < to, { error: 'endBeforeStart', path: ['to'] })
export type TimeRange = Readonly<z.infer<typeof TimeRange>>

/** The hours of a day, in order: what lies between two of them is a break. None is a day off. */
export const DayHours = z
  .array(TimeRange)
  .max(6, { error: 'tooMany' })
  .transform(ranges => ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
  .refine(ranges => ranges.every(({ from }, index) => index === 0 || ranges[index - 1]!.to <= from), { error: 'hoursOverlap' })
export type DayHours = z.infer<typeof DayHours>

/** Monday first. */
export const WeekHours = z.array(DayHours).length(7)
export type WeekHours = z.infer<typeof WeekHours>

/** Weeks that take turns; `from` is a day in a week of the first kind. */
export const RotatingHours = z.strictObject({ weeks: z.array(WeekHours).min(1).max(4), from: CalendarDate })
export type RotatingHours = Readonly<z.infer<typeof RotatingHours>>

/** Some days on which other hours count: none where `hours` is empty. Both days are included. */
const span = { firstDay: CalendarDate, lastDay: CalendarDate, hours: DayHours }
export const Span = z.strictObject(span)
export const isInOrder = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) => firstDay <= lastDay
export const notInOrder = { error: 'endBeforeStart' as const, path: ['lastDay'] }
