import { daysBetween } from '../zone.ts'
import type { Aged } from './model.ts'

export const nothingOpen: Aged = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, owed: 0, open: 0 }
export const agedColumns = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const
export type AgedColumn = (typeof agedColumns)[number] | 'owed'

/** Where an open amount stands. */
export function columnOf({ dueOn, open }: Readonly<{ dueOn: string | null; open: number }>, today: string): AgedColumn {
  if (open < 0) return 'owed'
  if (dueOn === null || dueOn >= today) return 'notDue'
  const days = daysBetween(dueOn, today)
  if (days <= 30) return 'upTo30'
  if (days <= 60) return 'upTo60'
  return days <= 90 ? 'upTo90' : 'over90'
}

/** Everything in its column; the columns add up to what is open. */
export function agedOf(items: Iterable<Readonly<{ dueOn: string | null; open: number }>>, today: string): Aged {
  const sums = { ...nothingOpen }
  for (const item of items) {
    sums[columnOf(item, today)] += item.open
    sums.open += item.open
  }
  return sums
}

/** What is late of it, whatever is owed to the client. */
export const overdueOf = ({ upTo30, upTo60, upTo90, over90 }: Aged) => upTo30 + upTo60 + upTo90 + over90
