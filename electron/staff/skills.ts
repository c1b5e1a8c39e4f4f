import { AppError } from '../../shared/errors.ts'
import type { StaffService } from '../../shared/staff/model.ts'
import { servicesOf } from '../catalogue/find.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** Whoever does a new service: everybody, unless somebody is named. */
export async function assignService(db: Db, serviceId: number, staffIds?: readonly number[]) {
  const known = await staffIdsOf(db, staffIds === undefined)
  const wanted = new Set(staffIds ?? known)
  if ([...wanted].some(id => !known.includes(id))) throw new AppError('notFound', 'staffGone')
  for (const staffId of wanted) await queries.putSkill(db, { staffId, serviceId, durationMinutes: null, price: null }).execute()
}

/** Those who left the staff keep what they did. */
export async function reassignService(db: Db, serviceId: number, staffIds: readonly number[]) {
  const before = (await queries.skilled(db, serviceId).execute()).map(({ staffId }) => staffId)
  const present = await staffIdsOf(db, true)
  const left = before.filter(id => !staffIds.includes(id) && present.includes(id))
  for (const staffId of left) await queries.removeSkill(db, staffId, serviceId).execute()
  await assignService(
    db,
    serviceId,
    staffIds.filter(id => !before.includes(id)),
  )
}

const staffIdsOf = async (db: Db, areActive: boolean) =>
  (await (areActive ? queries.active(db) : queries.all(db)).execute()).map(({ id }) => id)

/** Leaves rows alone that stay as they are. */
export async function replaceSkills(db: Db, staffId: number, before: readonly StaffService[], after: readonly StaffService[]) {
  const ids = after.map(({ serviceId }) => serviceId)
  if (new Set(ids).size < ids.length) throw new AppError('invalid', 'serviceTwice')
  const known = new Set((await servicesOf(db)).map(({ id }) => id))
  if (ids.some(id => !known.has(id))) throw new AppError('notFound', 'serviceGone')
  const left = before.filter(({ serviceId }) => !ids.includes(serviceId))
  for (const { serviceId } of left) await queries.removeSkill(db, staffId, serviceId).execute()
  const kept = new Map(before.map(skill => [skill.serviceId, skill]))
  const changed = after.filter(skill => !isSame(skill, kept.get(skill.serviceId)))
  for (const skill of changed) await queries.putSkill(db, { staffId, ...skill }).execute()
}

const isSame = (a: StaffService, b: StaffService | undefined) => a.durationMinutes === b?.durationMinutes && a.price === b.price
