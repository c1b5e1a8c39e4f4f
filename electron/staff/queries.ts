import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { AbsenceTable, StaffServiceTable, StaffTable } from '../db/schema-staff.ts'

export const all = (db: Db) => db.selectFrom('staff').selectAll().orderBy('position').orderBy('id')

export const allSkills = (db: Db) => db.selectFrom('staffService').selectAll().orderBy('staffId').orderBy('serviceId')

export const active = (db: Db) => db.selectFrom('staff').select('id').where('archivedAt', 'is', null)

export const insert = (db: Db, row: Insertable<StaffTable>) => db.insertInto('staff').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<StaffTable>) => db.updateTable('staff').set(row).where('id', '=', id)

export const move = (db: Db, id: number, position: number) =>
  db.updateTable('staff').set({ position }).where('id', '=', id).where('position', '<>', position)

export const skilled = (db: Db, serviceId: number) => db.selectFrom('staffService').select('staffId').where('serviceId', '=', serviceId)

/** Writes a skill, and changes the one that is there. */
export const putSkill = (db: Db, row: Insertable<StaffServiceTable>) =>
  db
    .insertInto('staffService')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['staffId', 'serviceId']).doUpdateSet({ durationMinutes: row.durationMinutes, price: row.price }),
    )

export const removeSkill = (db: Db, staffId: number, serviceId: number) =>
  db.deleteFrom('staffService').where('staffId', '=', staffId).where('serviceId', '=', serviceId)

/** Those that touch these days, both included. */
export const absencesBetween = (db: Db, from: string, to: string) =>
  db.selectFrom('absence').selectAll().where('lastDay', '>=', from).where('firstDay', '<=', to).orderBy('firstDay').orderBy('id')

export const absenceById = (db: Db, id: number) => db.selectFrom('absence').selectAll().where('id', '=', id)

export const insertAbsence = (db: Db, row: Insertable<AbsenceTable>) => db.insertInto('absence').values(row).returningAll()

export const updateAbsence = (db: Db, id: number, row: Updateable<AbsenceTable>) => db.updateTable('absence').set(row).where('id', '=', id)

export const removeAbsence = (db: Db, id: number) => db.deleteFrom('absence').where('id', '=', id)

/** The services that somebody has in visits to come: these rows, and whose visits they are. */
export const servicesToCome = (db: Db, staffId: number, after: string) =>
  db
    .selectFrom('appointmentService as part')
    .innerJoin('appointment as visit', 'visit.id', 'part.appointmentId')
    .select(['part.id', 'part.appointmentId'])
    .where('part.staffId', '=', staffId)
    .where('part.startsAt', '>', after)
    .where('visit.startsAt', '>', after)
    .where('visit.kind', '=', 'visit')
    .where('visit.status', '<>', 'cancelled')
    .orderBy('part.id')

export const giveTo = (db: Db, ids: readonly number[], staffId: number) =>
  db.updateTable('appointmentService').set({ staffId }).where('id', 'in', ids)

export const markChanged = (db: Db, ids: readonly number[], changedAt: string) =>
  db
    .updateTable('appointment')
    .set(({ eb }) => ({ changedAt, sequence: eb('sequence', '+', 1) }))
    .where('id', 'in', ids)

export const cancelByShop = (db: Db, ids: readonly number[], cancelledAt: string) =>
  db.updateTable('appointment').set({ status: 'cancelled', cancelledAt, cancelledBy: 'shop' }).where('id', 'in', ids)
