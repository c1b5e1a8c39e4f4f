import type { Rhythm } from '../../shared/appointments/model.ts'
import { favourites } from '../../shared/appointments/rules.ts'
import { daysBetween } from '../../shared/zone.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

const day = 86_400_000
/** What somebody liked longer ago says little. */
const likedWithin = 2 * 365 * day

export async function rhythmOf(db: Db, contactId: number, now: Date): Promise<Rhythm> {
  const { id } = await find(db, contactId)
  const row = await queries.rhythm(db, id).executeTakeFirst()
  const lastAt = (await queries.lastVisit(db, id, now.toISOString()).executeTakeFirst())?.startsAt ?? null
  const parts = await queries.visitsOf(db, [id], new Date(now.getTime() - likedWithin).toISOString()).execute()
  return {
    visits: row?.visits ?? 0,
    usualDays: row?.usualDays ?? null,
    noShows: row?.noShows ?? 0,
    lateCancellations: row?.lateCancellations ?? 0,
    lastAt,
    next: (await queries.nextVisit(db, id, now.toISOString()).executeTakeFirst()) ?? null,
    daysSince: lastAt === null ? null : daysBetween(lastAt.slice(0, 10), now.toISOString().slice(0, 10)),
    favouriteStaff: favourites(parts.map(({ staffId }) => staffId)),
    favouriteServices: favourites(parts.map(({ serviceId }) => serviceId)),
  }
}
