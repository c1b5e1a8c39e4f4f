import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { DayHours } from '../../shared/hours/model.ts'
import type { staffContract } from '../../shared/staff/contract.ts'
import type { Absence } from '../../shared/staff/model.ts'
import type { Db } from '../db/schema.ts'
import type { AbsenceTable } from '../db/schema-staff.ts'
import type { Handlers } from '../handlers.ts'
import * as queries from './queries.ts'
import { findStaff } from './find.ts'

type Calls = 'staff.absences' | 'staff.addAbsence' | 'staff.changeAbsence' | 'staff.removeAbsence'

export const absenceHandlers: Handlers<Pick<typeof staffContract, Calls>> = {
  'staff.absences': ({ from, to }, { db }) => absencesBetween(db, from, to),

  'staff.addAbsence': async (given, { db, describe }) => {
    const { name } = await findStaff(db, given.staffId)
    const row = await queries.insertAbsence(db, toRow(given)).executeTakeFirstOrThrow()
    describe('absenceAdded', { name })
    return toAbsence(row)
  },

  'staff.changeAbsence': async ({ id, ...after }, { db, describe }) => {
    const before = toRow(await find(db, id))
    const { name } = await findStaff(db, after.staffId)
    if (JSON.stringify(before) !== JSON.stringify(toRow(after))) await queries.updateAbsence(db, id, toRow(after)).execute()
    describe('absenceChanged', { name })
    return find(db, id)
  },

  'staff.removeAbsence': async ({ id }, { db, describe }) => {
    const { staffId } = await find(db, id)
    const { name } = await findStaff(db, staffId)
    await queries.removeAbsence(db, id).execute()
    describe('absenceRemoved', { name })
    return null
  },
}

/** Those that touch these days, both included. */
export const absencesBetween = async (db: Db, from: string, to: string): Promise<Absence[]> =>
  (await queries.absencesBetween(db, from, to).execute()).map(toAbsence)

async function find(db: Db, id: number) {
  const row = await queries.absenceById(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'absenceGone')
  return toAbsence(row)
}

const toRow = ({ staffId, firstDay, lastDay, hours, reason, note }: Omit<Absence, 'id'>) => ({
  ...{ staffId, firstDay, lastDay, reason, note },
  hours: JSON.stringify(hours),
})

// Written by toRow only.
const toAbsence = (row: Selectable<AbsenceTable>): Absence => ({ ...row, hours: JSON.parse(row.hours) as DayHours })
