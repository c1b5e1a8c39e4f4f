import { AppError } from '../../shared/errors.ts'
import type { RotatingHours } from '../../shared/hours/model.ts'
import type { Staff, StaffService } from '../../shared/staff/model.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** In the order of the calendar's columns, those who left included. */
export async function staffOf(db: Db): Promise<Staff[]> {
  const skills = await skillsOf(db)
  return (await queries.all(db).execute()).map(({ position: _position, createdAt: _createdAt, hours, ...staff }) => ({
    ...staff,
    // Written by this feature only.
    hours: JSON.parse(hours) as RotatingHours,
    services: skills.get(staff.id) ?? [],
  }))
}

async function skillsOf(db: Db) {
  const skills = new Map<number, StaffService[]>()
  for (const { staffId, ...skill } of await queries.allSkills(db).execute()) {
    const theirs = skills.get(staffId)
    if (theirs) theirs.push(skill)
    else skills.set(staffId, [skill])
  }
  return skills
}

export async function findStaff(db: Db, id: number) {
  const staff = (await staffOf(db)).find(one => one.id === id)
  if (!staff) throw new AppError('notFound', 'staffGone')
  return staff
}
