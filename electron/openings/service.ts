import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { DayHours } from '../../shared/hours/model.ts'
import type { openingsContract } from '../../shared/openings/contract.ts'
import type { Closure, NewClosure } from '../../shared/openings/model.ts'
import { daysBetween } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { ClosureTable } from '../db/schema-staff.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { publicHolidays } from './holidays.ts'
import * as queries from './queries.ts'

export const openingHandlers: Handlers<typeof openingsContract> = {
  'openings.closures': (_input, { db }) => closuresOf(db),
  'openings.addClosures': add,

  'openings.changeClosure': async ({ id, ...after }, { db, describe }) => {
    const before = toRow(await find(db, id))
    if (JSON.stringify(before) !== JSON.stringify(toRow(after))) await queries.update(db, id, toRow(after)).execute()
    describe('closureChanged', { name: after.name })
    return find(db, id)
  },

  'openings.removeClosure': async ({ id }, { db, describe }) => {
    const { name } = await find(db, id)
    await queries.remove(db, id).execute()
    describe('closureRemoved', { name })
    return null
  },

  'openings.holidays': async ({ year, region }, { db }) => {
    const { regions, holidays } = await publicHolidays({ ...(await settingsOf(db)), year, region })
    const closures = await closuresBetween(db, `${year}-01-01`, `${year}-12-31`)
    const isCovered = (day: string) => closures.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
    return { regions, holidays: holidays.filter(({ day }) => !isCovered(day)) }
  },
}

const closuresOf = async (db: Db) => (await queries.all(db).execute()).map(toClosure)

/** Those that touch these days, both included. */
export const closuresBetween = async (db: Db, from: string, to: string): Promise<Closure[]> =>
  (await queries.between(db, from, to).execute()).map(toClosure)

async function add({ closures }: { closures: readonly NewClosure[] }, { db, describe }: CommandContext) {
  const added: Closure[] = []
  for (const closure of closures) added.push(toClosure(await queries.insert(db, toRow(closure)).executeTakeFirstOrThrow()))
  const days = closures.map(({ firstDay, lastDay }) => daysBetween(firstDay, lastDay) + 1)
  describe('closuresAdded', { count: days.reduce((sum, count) => sum + count, 0) })
  return added
}

async function find(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'closureGone')
  return toClosure(row)
}

const toRow = ({ firstDay, lastDay, hours, name }: NewClosure) => ({ firstDay, lastDay, hours: JSON.stringify(hours), name })

// Written by toRow only.
const toClosure = (row: Selectable<ClosureTable>): Closure => ({ ...row, hours: JSON.parse(row.hours) as DayHours })
