import { celebratedOn, daysAhead, yearsOn } from '../../../shared/today/birthdays.ts'
import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import type { Db } from '../../db/schema.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'

/** A shop of a million clients greets nobody on this page. */
const atMost = 30

export const birthdaySource: Source = {
  kind: 'birthday',
  async lines(db, { today }) {
    const born = await bornAround(db, today)
    const clients = await clientsOf(
      db,
      born.map(({ id }) => id),
    )
    return born.flatMap(({ id, birthday, day }) => {
      const client = clients.get(id)
      if (!client || client.isBlocked) return []
      return [{ ...plainLine, kind: 'birthday' as const, id, client, at: day, days: daysBetween(today, day), age: yearsOn(day, birthday) }]
    })
  },
}

/** Day by day, until there are enough. */
async function bornAround(db: Db, today: string) {
  const born: { id: number; birthday: string; day: string }[] = []
  for (const day of daysAhead(today)) {
    if (born.length >= atMost) break
    const found = await queries.bornOn(db, celebratedOn(day), atMost - born.length).execute()
    born.push(...found.map(({ id, birthday }) => ({ id, birthday: birthday!, day })))
  }
  return born
}
