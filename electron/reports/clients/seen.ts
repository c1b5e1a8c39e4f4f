import { coverOf, type Bucket, type Days } from '../../../shared/reports/periods.ts'
import { dayAfter } from '../../../shared/zone.ts'
import type { Around } from '../definition.ts'
import * as clientQueries from '../client-queries.ts'
import { stretchOf } from '../stretch.ts'
import { monthNumber, monthsIn } from './months.ts'

/**
 * How many clients came in each of these stretches of days, each counted once. Of whole months that is known of each client; only
 * the days around them are looked up in the diary.
 */
export async function seenIn(buckets: readonly Bucket[], around: Around) {
  const [long, short] = [buckets.filter(bucket => monthsOf(bucket).length > 0), buckets.filter(bucket => monthsOf(bucket).length === 0)]
  const counts = long.length > 0 ? await throughMonths(long, around) : new Map<string, number>()
  const stretches = short.map(bucket => ({ key: bucket.key, ...stretchOf(bucket, around) }))
  if (stretches.length > 0)
    for (const { key, clients } of await clientQueries.clientsSeen(around.db, stretches).execute()) counts.set(key, clients ?? 0)
  return counts
}

/** The whole months among the days. */
const monthsOf = (days: Days) => [...coverOf(days)].filter(period => period.length === 7)

async function throughMonths(buckets: readonly Bucket[], around: Around) {
  const places = placesOfMonths(buckets)
  const beside = await besideMonths(buckets, around)
  const [counts, latest] = [new Int32Array(buckets.length), new Int32Array(buckets.length).fill(-1)]
  const rows = await clientQueries.monthsOfClients(around.db).execute()
  rows.forEach(({ contactId, months }, client) => {
    const count = (place: number) => {
      if (latest[place] !== client) counts[place]! += 1
      latest[place] = client
    }
    for (const month of monthsIn(months!)) places.get(month)?.forEach(count)
    beside.get(contactId)?.forEach(count)
  })
  return new Map(buckets.map(({ key }, place) => [key, counts[place]!]))
}

/** In which buckets each month lies, by their places. */
function placesOfMonths(buckets: readonly Bucket[]) {
  const places = new Map<number, number[]>()
  buckets.forEach((bucket, place) => {
    for (const month of monthsOf(bucket).map(month => monthNumber(month))) places.set(month, [...(places.get(month) ?? []), place])
  })
  return places
}

/** In which buckets each client came before the first whole month or after the last. */
async function besideMonths(buckets: readonly Bucket[], around: Around) {
  const found = new Map<number, number[]>()
  for (const [place, bucket] of buckets.entries())
    for (const days of edgesOf(bucket))
      for (const { contactId } of await clientQueries.whoCame(around.db, stretchOf(days, around)).execute())
        found.set(contactId!, [...(found.get(contactId!) ?? []), place])
  return found
}

function edgesOf({ from, to }: Days): Days[] {
  const days = [...coverOf({ from, to })].filter(period => period.length === 10)
  const last = days.findIndex((day, place) => place > 0 && dayAfter(days[place - 1]!) !== day)
  const parts = last === -1 ? [days] : [days.slice(0, last), days.slice(last)]
  return parts.filter(part => part.length > 0).map(part => ({ from: part[0]!, to: part.at(-1)! }))
}
