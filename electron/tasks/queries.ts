import { sql, type Insertable, type Updateable } from 'kysely'
import type { TaskList } from '../../shared/tasks/model.ts'
import { endOfWeek } from '../../shared/tasks/rules.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { TaskTable } from '../db/schema-tasks.ts'

const among = (ids: readonly number[]) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`

export const byId = (db: Db, id: number) => db.selectFrom('task').selectAll().where('id', '=', id)
export const byIds = (db: Db, ids: readonly number[]) => db.selectFrom('task').selectAll().where('id', 'in', among(ids)).orderBy('id')

export const insert = (db: Db, row: Insertable<TaskTable>) => db.insertInto('task').values(row).returningAll()
export const update = (db: Db, id: number, row: Updateable<TaskTable>) =>
  db.updateTable('task').set(row).where('id', '=', id).returningAll()
export const remove = (db: Db, ids: readonly number[]) => db.deleteFrom('task').where('id', 'in', among(ids))

/** The one that its rule brought after it, as long as it is open. */
export const nextOf = (db: Db, id: number) => db.selectFrom('task').selectAll().where('previousId', '=', id).where('doneAt', 'is', null)

type Whose = Readonly<{ assigneeId: number | null; contactId: number | null }>
type Span = Readonly<{ from?: string; below?: string }>

/** The moment on the shop's wall, of which the day is the part before the T. */
export function spanOf(list: Exclude<TaskList, 'done'>, now: string): Span {
  const today = now.slice(0, 10)
  if (list === 'overdue') return { below: now }
  if (list === 'today') return { below: dayAfter(today) }
  if (list === 'week') return { below: dayAfter(endOfWeek(today)) }
  return list === 'later' ? { from: dayAfter(endOfWeek(today)) } : {}
}

/** Open, in the order in which they stand; those without a day last. `notOn` leaves out what a day has without a time. */
export const open = (db: Db, whose: Whose, { from, below }: Span, notOn: string | null) => {
  let query = db.selectFrom('task').where('doneAt', 'is', null)
  if (whose.assigneeId !== null) query = query.where('assigneeId', '=', whose.assigneeId)
  if (whose.contactId !== null) query = query.where('contactId', '=', whose.contactId)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (below !== undefined) query = query.where('at', '<', below)
  if (notOn !== null) query = query.where('at', '<>', notOn)
  return query
}

export const page = (db: Db, whose: Whose, span: Span, notOn: string | null, { offset, limit }: { offset: number; limit: number }) =>
  open(db, whose, span, notOn).selectAll().orderBy('at').orderBy('id').offset(offset).limit(limit)

/** Those with a time: a day alone is ten letters long. */
export const timed = (db: Db, span: Span, limit: number) =>
  open(db, { assigneeId: null, contactId: null }, span, null)
    .where(sql`length(at)`, '>', 10)
    .selectAll()
    .orderBy('at')
    .orderBy('id')
    .limit(limit)

/** Before a day, the latest first. */
export const lateFirst = (db: Db, whose: Whose, day: string, limit: number) =>
  open(db, whose, { below: day }, null).selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)

export const count = (db: Db, whose: Whose, span: Span, notOn: string | null) =>
  open(db, whose, span, notOn).select(({ fn }) => fn.countAll<number>().as('tasks'))

/** The latest first. */
export function done(db: Db, whose: Whose, { offset, limit }: { offset: number; limit: number }) {
  let query = db.selectFrom('task').selectAll().where('doneAt', 'is not', null)
  if (whose.assigneeId !== null) query = query.where('assigneeId', '=', whose.assigneeId)
  if (whose.contactId !== null) query = query.where('contactId', '=', whose.contactId)
  return query.orderBy('doneAt', 'desc').orderBy('id', 'desc').offset(offset).limit(limit)
}

export const doneSince = (db: Db, from: string, limit: number) =>
  db.selectFrom('task').selectAll().where('doneAt', '>=', from).orderBy('doneAt', 'desc').orderBy('id', 'desc').limit(limit)

export const numbersOf = (db: Db, ids: readonly number[]) =>
  db.selectFrom('document').select(['id', 'number', 'title']).where('id', 'in', among(ids))

export const names = (db: Db, ids: readonly number[]) => db.selectFrom('staff').select(['id', 'name']).where('id', 'in', among(ids))
