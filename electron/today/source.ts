import type { TodayKind, TodayLine } from '../../shared/today/model.ts'
import type { Db } from '../db/schema.ts'

/** The time on the shop's wall, and its day. */
export type Moment = Readonly<{ instant: Date; now: string; today: string; assigneeId: number | null }>

/** One kind of lines of the day. */
export type Source = Readonly<{ kind: TodayKind; lines(db: Db, moment: Moment): Promise<TodayLine[]> }>

/** What a line is unless it says otherwise. */
export const plainLine = {
  ...{ title: '', client: null, at: null, days: null, age: null, usualDays: null, amount: null, reason: null, task: null },
  priority: 'normal' as const,
}
