import type { z } from 'zod'
import { inOrder } from '../../shared/order.ts'
import type { staffContract } from '../../shared/staff/contract.ts'
import type { NewStaff, StaffChange } from '../../shared/staff/model.ts'
import type { CommandContext, Handlers } from '../handlers.ts'
import { refuseTaken } from '../names.ts'
import { absenceHandlers } from './absences.ts'
import { findStaff, staffOf } from './find.ts'
import { partWithVisits } from './leaving.ts'
import * as queries from './queries.ts'
import { replaceSkills } from './skills.ts'

export const staffHandlers: Handlers<typeof staffContract> = {
  'staff.list': (_input, { db }) => staffOf(db),
  'staff.create': create,
  'staff.update': change,
  ...absenceHandlers,

  'staff.archive': async ({ id, futureVisits }, { db, now, describe }) => {
    const leaver = await findStaff(db, id)
    if (leaver.archivedAt !== null) return leaver
    const at = now().toISOString()
    await partWithVisits(db, leaver, futureVisits, await staffOf(db), at)
    await queries.update(db, id, { archivedAt: at }).execute()
    describe('staffArchived', { name: leaver.name })
    return { ...leaver, archivedAt: at }
  },

  'staff.bringBack': async ({ id }, { db, describe }) => {
    const before = await findStaff(db, id)
    refuseTaken(await staffOf(db), before.name, id, 'staffTaken')
    if (before.archivedAt !== null) await queries.update(db, id, { archivedAt: null }).execute()
    describe('staffBack', { name: before.name })
    return { ...before, archivedAt: null }
  },

  'staff.reorder': async ({ ids }, { db, describe }) => {
    const known = (await queries.all(db).execute()).map(({ id }) => id)
    for (const [position, id] of inOrder(known, ids).entries()) await queries.move(db, id, position).execute()
    describe('staffReordered', {})
    return staffOf(db)
  },
}

async function create({ services, ...given }: NewStaff, { db, now, describe }: CommandContext) {
  const known = await staffOf(db)
  refuseTaken(known, given.name, null, 'staffTaken')
  const facts = { position: known.length, createdAt: now().toISOString(), archivedAt: null }
  const { id } = await queries.insert(db, { ...toRow(given), ...facts }).executeTakeFirstOrThrow()
  await replaceSkills(db, id, [], services)
  describe('staffCreated', { name: given.name })
  return findStaff(db, id)
}

async function change({ id, ...changes }: z.output<typeof StaffChange>, { db, describe }: CommandContext) {
  const before = await findStaff(db, id)
  const after = { ...before, ...changes }
  if (before.archivedAt === null) refuseTaken(await staffOf(db), after.name, id, 'staffTaken')
  if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(after))) await queries.update(db, id, toRow(after)).execute()
  if (changes.services) await replaceSkills(db, id, before.services, changes.services)
  describe('staffChanged', { name: after.name })
  return findStaff(db, id)
}

const toRow = ({ name, colour, hours }: Pick<NewStaff, 'name' | 'colour' | 'hours'>) => ({ name, colour, hours: JSON.stringify(hours) })
