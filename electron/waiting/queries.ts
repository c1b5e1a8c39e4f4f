import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { WaitingTable } from '../db/schema-appointments.ts'

export const open = (db: Db) => db.selectFrom('waiting').selectAll().where('closedAt', 'is', null).orderBy('createdAt').orderBy('id')
export const byId = (db: Db, id: number) => db.selectFrom('waiting').selectAll().where('id', '=', id)
export const insert = (db: Db, row: Insertable<WaitingTable>) => db.insertInto('waiting').values(row).returningAll()
export const update = (db: Db, id: number, row: Updateable<WaitingTable>) =>
  db.updateTable('waiting').set(row).where('id', '=', id).returningAll()
