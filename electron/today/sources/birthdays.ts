import { yearsOn } from '../../../shared/today/birthdays.ts'
import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'
import { comingYearly } from '../yearly.ts'

/** A shop of a million clients greets nobody on this page. */
const atMost = 30

export const birthdaySource: Source = {
  kind: 'birthday',
  async lines(db, { today }) {
    const born = await comingYearly(today, atMost, (dates, limit) => queries.bornOn(db, dates, limit).execute())
    const clients = await clientsOf(
      db,
      born.map(({ id }) => id),
    )
    return born.flatMap(({ id, birthday, day }) => {
      const client = clients.get(id)
      if (!client || client.isBlocked) return []
      return [{ ...plainLine, kind: 'birthday' as const, id, client, at: day, days: daysBetween(today, day), age: yearsOn(day, birthday!) }]
    })
  },
}
