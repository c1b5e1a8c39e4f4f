import { yearsOn } from '../../../shared/today/birthdays.ts'
import { daysBetween } from '../../../shared/zone.ts'
import { clientsOf } from '../../appointments/rows.ts'
import { fieldsOf } from '../../fields/service.ts'
import type { Db } from '../../db/schema.ts'
import * as queries from '../queries.ts'
import { plainLine, type Source } from '../source.ts'
import { comingYearly } from '../yearly.ts'

const atMost = 30

/** Dates in fields of the shop's own of which it said that they come again; of somebody's the next one. */
export const anniversarySource: Source = {
  kind: 'anniversary',
  async lines(db, { today }) {
    const fields = await yearlyFieldsOf(db)
    const coming = await anniversariesAhead(db, [...fields.keys()], today, atMost)
    const clients = await clientsOf(
      db,
      coming.map(({ id }) => id),
    )
    const told = new Set<number>()
    return coming.flatMap(({ id, fieldId, date, day }) => {
      const client = clients.get(id)
      if (!client || client.isBlocked || told.has(id)) return []
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

const yearlyFieldsOf = async (db: Db) =>
  new Map((await fieldsOf(db)).filter(({ yearly, archivedAt }) => yearly && archivedAt === null).map(({ id, name }) => [id, name]))

/** Of somebody with several dates each of them. */
async function anniversariesAhead(db: Db, fieldIds: readonly number[], today: string, limit: number) {
  if (fieldIds.length === 0) return []
  const coming = await comingYearly(today, limit, (dates, limit) => queries.datesOn(db, fieldIds, dates, limit).execute())
  // A wedding that is to come is no anniversary yet.
  return coming.filter(({ date, day }) => date <= day)
}

/** How many contacts there are whose day comes. */
export async function countAnniversaries(db: Db, today: string) {
  const fields = await yearlyFieldsOf(db)
  const coming = await anniversariesAhead(db, [...fields.keys()], today, Number.MAX_SAFE_INTEGER)
  return new Set(coming.map(({ id }) => id)).size
}
