import { yearsOn } from '../../../shared/today/birthdays.ts'
import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import { fieldsOf } from '../../fields/service.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'
import { comingYearly } from '../yearly.ts'

const atMost = 30

/** Dates in fields of the shop's own of which it said that they come again; of somebody's the next one. */
export const anniversarySource: Source = {
  kind: 'anniversary',
  async lines(db, { today }) {
    const fields = new Map(
      (await fieldsOf(db)).filter(({ yearly, archivedAt }) => yearly && archivedAt === null).map(({ id, name }) => [id, name]),
    )
    if (fields.size === 0) return []
    const coming = await comingYearly(today, atMost, (dates, limit) => queries.datesOn(db, [...fields.keys()], dates, limit).execute())
    const clients = await clientsOf(
      db,
      coming.map(({ id }) => id),
    )
    const told = new Set<number>()
    return coming.flatMap(({ id, fieldId, date, day }) => {
      const client = clients.get(id)
      if (!client || client.isBlocked || told.has(id) || date > day) return []
      told.add(id)
      const line = {
        ...plainLine,
        kind: 'anniversary' as const,
        id,
        client,
        title: fields.get(fieldId)!,
        at: day,
        days: daysBetween(today, day),
      }
      return [{ ...line, age: yearsOn(day, date) }]
    })
  },
}
