import { wholeMonths } from '../../../shared/reports/comparing.ts'
import { coverOf, type Bucket } from '../../../shared/reports/periods.ts'
import type { Around } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { stretchOf } from '../stretch.ts'

/**
 * How many clients came in each of these stretches of days, each counted once. Of whole months that is known of each client; days
 * are looked up in the diary.
 */
export async function seenIn(buckets: readonly Bucket[], around: Around) {
  const [months, days] = [buckets.filter(isOfMonths), buckets.filter(bucket => !isOfMonths(bucket))]
  const counts = months.length > 0 ? await inMonths(months, around) : new Map<string, number>()
  const stretches = days.map(bucket => ({ key: bucket.key, ...stretchOf(bucket, around) }))
  if (stretches.length > 0)
    for (const { key, clients } of await clientQueries.clientsSeen(around.db, stretches).execute()) counts.set(key, clients ?? 0)
  return counts
}

const isOfMonths = (bucket: Bucket) => wholeMonths(bucket) !== null

async function inMonths(buckets: readonly Bucket[], { db }: Around) {
  const bucketsOf = new Map<string, string[]>()
  for (const bucket of buckets) for (const month of coverOf(bucket)) bucketsOf.set(month, [...(bucketsOf.get(month) ?? []), bucket.key])
  const counts = new Map<string, number>()
  for (const { months } of await clientQueries.monthsOfClients(db).execute()) {
    const keys = new Set(months!.split(',').flatMap(month => bucketsOf.get(month) ?? []))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
