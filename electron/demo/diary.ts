import { sql } from 'kysely'
import { demoVisits } from '../../shared/demo/diary.ts'
import { dice } from '../../shared/demo/dice.ts'
import { demoClosure, demoResources, demoServices, demoStaff, demoWeek, salonWords } from '../../shared/demo/salon.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { portions } from '../../shared/group.ts'
import { clockIn, dayAfter, weekdayOf } from '../../shared/zone.ts'
import { createDiaryWriter } from '../appointments/bulk.ts'
import type { Db } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import { put } from '../settings/queries.ts'
import { settingsOf } from '../settings/service.ts'

const visitsAtOnce = 2000
/** As many as three people can look after. */
const clientsAtMost = 900

/** Staff, services, rooms, a year of visits and the weeks to come; a shop that has staff of its own is left alone. */
export async function fillDiary(context: JobContext) {
  const { db, sqlite, now, session, transaction, checkCancelled } = context
  if (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) return
  const { language, zone } = await settingsOf(db)
  const at = now()
  const clock = clockIn(zone)
  const today = clock.dayOf(at.getTime())
  const [roll, services] = [dice(demoSeed + 3), demoServices(language)]
  const shop = await transaction(async () => {
    await openShop(db, today)
    return { clients: await clientsOf(db), ...(await equip(db, language, today, at.toISOString())) }
  })
  const writer = createDiaryWriter(
    sqlite,
    session.user,
    services.map((service, place) => ({ ...service, id: shop.services[place]!.id })),
  )
  for (const visits of portions(demoVisits(roll, shop, at.getTime(), clock), visitsAtOnce)) {
    checkCancelled()
    await transaction(operation => writer.insert(operation, visits))
  }
  await transaction(async () => {
    writer.finish()
    await addWishes(db, language, shop, at.toISOString())
  })
}

async function openShop(db: Db, today: string) {
  const known = await db.selectFrom('setting').select('name').where('name', '=', 'openingHours').executeTakeFirst()
  if (!known) await put(db, 'setting', [{ name: 'openingHours', value: JSON.stringify(demoWeek) }]).execute()
  const { language } = await settingsOf(db)
  const { hours, ...closure } = demoClosure(language, dayAfter(today, 40))
  await db
    .insertInto('closure')
    .values({ ...closure, hours: JSON.stringify(hours) })
    .execute()
}

type Language = Awaited<ReturnType<typeof settingsOf>>['language']

async function equip(db: Db, language: Language, today: string, createdAt: string) {
  const services = await inOrder(demoServices(language), (service, position) => addService(db, service, position, createdAt))
  const monday = dayAfter(today, 1 - weekdayOf(today))
  const staff = await inOrder(demoStaff(monday), async ({ name, colour, hours, does }, position) => {
    const row = { name, colour, hours: JSON.stringify(hours), position, createdAt, archivedAt: null }
    const { id } = await db.insertInto('staff').values(row).returning('id').executeTakeFirstOrThrow()
    const skills = does.map(place => ({ staffId: id, serviceId: services[place]!.id, durationMinutes: null, price: null }))
    await db.insertInto('staffService').values(skills).execute()
    return { id, hours, does }
  })
  const rooms = await inOrder(demoResources(language), async (resource, position) => {
    const row = { ...resource, position, archivedAt: null }
    return (await db.insertInto('resource').values(row).returning('id').executeTakeFirstOrThrow()).id
  })
  const leave = { firstDay: dayAfter(monday, 21), lastDay: dayAfter(monday, 26), hours: '[]', reason: 'leave', note: '' } as const
  await db
    .insertInto('absence')
    .values({ ...leave, staffId: staff.at(-1)!.id })
    .execute()
  return { services, staff, rooms }
}

async function inOrder<T, R>(things: readonly T[], work: (thing: T, place: number) => Promise<R>) {
  const done: R[] = []
  for (const [place, thing] of things.entries()) done.push(await work(thing, place))
  return done
}

async function addService(
  db: Db,
  { processing, ...service }: ReturnType<typeof demoServices>[number],
  position: number,
  createdAt: string,
) {
  const times = { processingAfterMinutes: processing?.afterMinutes ?? null, processingMinutes: processing?.minutes ?? null }
  const row = { ...service, ...times, note: '', position, createdAt, archivedAt: null }
  const { id } = await db.insertInto('service').values(row).returning('id').executeTakeFirstOrThrow()
  return { ...service, processing, id, needsRoom: service.resourceKind !== '' }
}

/** From all over the list, always the same ones. */
const clientsOf = async (db: Db) => {
  const rows = await db
    .selectFrom('contact')
    .select('id')
    .where('kind', '=', 'person')
    .where('trashedAt', 'is', null)
    .where('blockedAt', 'is', null)
    .orderBy(sql`id * 7919 % 10007`)
    .orderBy('id')
    .limit(clientsAtMost)
    .execute()
  return rows.map(({ id }) => id)
}

/** Two who would come sooner, and a delivery tomorrow. */
async function addWishes(
  db: Db,
  language: Language,
  { clients, services, staff }: { clients: readonly number[]; services: readonly { id: number }[]; staff: readonly { id: number }[] },
  createdAt: string,
) {
  const { waiting } = salonWords(language)
  const wanted = (place: number, staffId: number | null) => [
    { serviceId: services[place]!.id, staffId, resourceId: null, durationMinutes: null, price: null },
  ]
  const rows = [
    { services: wanted(0, staff[0]!.id), preferences: [{ weekdays: [6], from: null, to: '12:00' }] },
    { services: wanted(5, null), preferences: [{ weekdays: [], from: '16:30', to: null }] },
  ].flatMap((wish, place) => {
    const contactId = clients.at(-1 - place)
    return contactId === undefined
      ? []
      : [{ contactId, note: waiting[place]!, services: JSON.stringify(wish.services), preferences: JSON.stringify(wish.preferences) }]
  })
  const common = { firstDay: null, lastDay: null, createdAt, closedAt: null }
  if (rows.length > 0)
    await db
      .insertInto('waiting')
      .values(rows.map(row => ({ ...row, ...common })))
      .execute()
}
