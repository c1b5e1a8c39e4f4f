import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext, Context } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { calendarFile } from './ics.ts'
import * as queries from './queries.ts'
import { told } from './telling.ts'

const day = 86_400_000
const [behind, ahead] = [30 * day, 366 * day]

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

/** Which addresses are open; the key in them is kept nowhere. */
export const listFeeds = async (db: Db) => (await queries.feeds(db).execute()).map(({ keyHash: _, ...feed }) => ({ ...feed, path: '' }))

/** The address is shown this once. */
export async function openFeed({ staffId }: { staffId: number }, { db, now }: CommandContext) {
  if (!(await queries.staff(db, staffId).executeTakeFirst())) throw new AppError('notFound', 'staffGone')
  const [key, createdAt] = [randomBytes(32).toString('hex'), now().toISOString()]
  const { id } = await queries.insertFeed(db, { staffId, keyHash: hashOf(key), createdAt }).executeTakeFirstOrThrow()
  return { id, staffId, path: `/feeds/${key}.ics`, createdAt }
}

export async function closeFeed({ id }: { id: number }, { db }: CommandContext) {
  const { numDeletedRows } = await queries.removeFeed(db, id).executeTakeFirst()
  if (numDeletedRows === 0n) throw new AppError('notFound', 'feedGone')
  return null
}

/** The visits of the person whose key it is: names and times, no numbers and no notes. */
export async function readFeed({ key }: { key: string }, { db, now }: Context) {
  const staffId = await whoseKey(db, key)
  const [from, to] = [-behind, ahead].map(distance => new Date(now().getTime() + distance).toISOString())
  const events = await told(db, await queries.visitsOf(db, staffId, from!, to!).execute(), { staffId, notes: false })
  const { name } = await queries.staff(db, staffId).executeTakeFirstOrThrow()
  const { zone } = await settingsOf(db)
  const parts: string[] = []
  for await (const part of calendarFile({ name, zone }, [events])) parts.push(part)
  return parts.join('')
}

async function whoseKey(db: Db, key: string) {
  const hash = Buffer.from(hashOf(key))
  const feed = (await queries.feedsOfStaff(db).execute()).find(({ keyHash }) => timingSafeEqual(Buffer.from(keyHash), hash))
  if (!feed) throw new AppError('notFound', 'feedGone')
  return feed.staffId
}
