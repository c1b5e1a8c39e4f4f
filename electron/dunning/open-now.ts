import { agedOf, agingOn } from '../../shared/dunning/aged.ts'
import type { Db } from '../db/schema.ts'
import { openByDueDay } from './queries.ts'

/** What is open in all, what is owed to clients taken off it, as every page tells it; and how many wait for money, late or not. */
export async function openNow(db: Db, currency: string, today: string) {
  const days = await openByDueDay(db, currency).execute()
  const waiting = days.filter(({ open }) => open > 0)
  const countOf = (some: typeof days) => some.reduce((sum, { documents }) => sum + documents, 0)
  return {
    aged: agedOf(days, agingOn(today)),
    openDocuments: countOf(waiting),
    overdueDocuments: countOf(waiting.filter(({ dueOn }) => dueOn !== null && dueOn < today)),
  }
}
