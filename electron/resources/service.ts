import { AppError } from '../../shared/errors.ts'
import type { resourcesContract } from '../../shared/resources/contract.ts'
import type { Resource } from '../../shared/resources/model.ts'
import { refuseUsed } from '../appointments/used.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { refuseTaken } from '../names.ts'
import * as queries from './queries.ts'

export const resourceHandlers: Handlers<typeof resourcesContract> = {
  'resources.list': (_input, { db }) => resourcesOf(db),

  'resources.create': async (given, { db, describe }) => {
    const known = await resourcesOf(db)
    refuseTaken(known, given.name, null, 'resourceTaken')
    const { id } = await queries.insert(db, { ...given, position: known.length, archivedAt: null }).executeTakeFirstOrThrow()
    describe('resourceCreated', { name: given.name })
    return find(db, id)
  },

  'resources.update': async ({ id, ...changes }, { db, describe }) => {
    const before = await find(db, id)
    const after = { ...before, ...changes }
    if (before.archivedAt === null) refuseTaken(await resourcesOf(db), after.name, id, 'resourceTaken')
    const isChanged = after.name !== before.name || after.kind !== before.kind
    if (isChanged) await queries.update(db, id, { name: after.name, kind: after.kind }).execute()
    describe('resourceChanged', { name: after.name })
    return after
  },

  'resources.archive': async ({ id, archived, anyway }, { db, now, describe }) => {
    const before = await find(db, id)
    if (!archived) refuseTaken(await resourcesOf(db), before.name, id, 'resourceTaken')
    const isChanged = (before.archivedAt !== null) !== archived
    if (archived && isChanged && !anyway) await refuseUsed(db, 'resourceId', before, now())
    if (isChanged) await queries.update(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'resourceArchived' : 'resourceBack', { name: before.name })
    return find(db, id)
  },
}

/** Those that are gone included. */
export const resourcesOf = async (db: Db): Promise<Resource[]> =>
  (await queries.all(db).execute()).map(({ position: _position, ...resource }) => resource)

async function find(db: Db, id: number) {
  const resource = (await resourcesOf(db)).find(one => one.id === id)
  if (!resource) throw new AppError('notFound', 'resourceGone')
  return resource
}
