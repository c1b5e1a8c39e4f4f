import { dayAfter } from '../zone.ts'
import type { Aged } from './model.ts'

export const nothingOpen: Aged = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, owed: 0, open: 0 }
export const agedColumns = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const
export type AgedColumn = (typeof agedColumns)[number] | 'owed'

type Item = Readonly<{ dueOn: string | null; open: number }>

/** Where an open amount stands. */
export function agingOn(today: string) {
  const [month, second, third] = [30, 60, 90].map(days => dayAfter(today, -days)) as [string, string, string]
  return ({ dueOn, open }: Item): AgedColumn => {
    if (open < 0) return 'owed'
    if (dueOn === null || dueOn >= today) return 'notDue'
    if (dueOn >= month) return 'upTo30'
    if (dueOn >= second) return 'upTo60'
    return dueOn >= third ? 'upTo90' : 'over90'
  }
}

/** Everything in its column; the columns add up to what is open. */
export function agedOf(items: Iterable<Item>, columnOf: ReturnType<typeof agingOn>): Aged {
  const sums = { ...nothingOpen }
  for (const item of items) {
    sums[columnOf(item)] += item.open
    sums.open += item.open
  }
  return sums
}

/** What is late of it, whatever is owed to the client. */
export const overdueOf = ({ upTo30, upTo60, upTo90, over90 }: Aged) => upTo30 + upTo60 + upTo90 + over90
