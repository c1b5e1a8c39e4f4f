import { celebratedOn, daysAhead } from '../../shared/today/birthdays.ts'

/** Whom something of each year is about in the days to come, day by day, until there are enough. */
export async function comingYearly<T>(today: string, atMost: number, on: (dates: readonly string[], limit: number) => Promise<T[]>) {
  const coming: (T & { day: string })[] = []
  for (const day of daysAhead(today)) {
    if (coming.length >= atMost) break
    const found = await on(celebratedOn(day), atMost - coming.length)
    coming.push(...found.map(one => ({ ...one, day })))
  }
  return coming
}
