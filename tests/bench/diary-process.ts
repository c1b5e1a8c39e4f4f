import { createDiaryWriter } from '../../electron/appointments/bulk.ts'
import { openDatabase } from '../../electron/db/open.ts'
import { asOperation } from '../../electron/operations/engine.ts'
import { portions } from '../../shared/group.ts'
import type { DemoVisit } from '../../shared/demo/diary.ts'
import { clockIn, dayAfter } from '../../shared/zone.ts'
import { openShop } from './app.ts'
import { warmTimes } from './times.ts'

export type DiaryRun = Record<'day' | 'week' | 'slots' | 'booking' | 'hole' | 'moving', number[]> & { visits: number; filled: number }

const [dataFolder, wanted] = process.argv.slice(2) as [string, string]
const [staffCount, perDay, daysAhead] = [10, 20, 120]
const minute = 60_000
const { api, close } = await openShop(dataFolder)
const { zone } = await api('settings.get', {})
const clock = clockIn(zone)
const today = clock.dayOf(Date.now())

const nine = [{ from: '08:00', to: '20:00' }]
const week = Array.from({ length: 7 }, () => [...nine])
await api('settings.update', { openingHours: week })
const staff: number[] = []
for (let number = 1; number <= staffCount; number++) {
  const hours = { weeks: [week], from: '2026-01-05' }
  staff.push((await api('staff.create', { name: `Person ${number}`, colour: 'green', hours, services: [] })).id)
}
const service = await api('catalogue.createService', { name: 'Cut in half an hour', durationMinutes: 30 })

const clients = await everybody()
const booked: number[] = []
const startedAt = performance.now()
await fill(Number(wanted))
const run: DiaryRun = {
  ...{ visits: Number(wanted), filled: (performance.now() - startedAt) / 1000 },
  day: await warmTimes(60, turn => api('appointments.between', { from: dayAfter(today, turn), to: dayAfter(today, turn + 1) })),
  week: await warmTimes(40, turn => api('appointments.between', { from: dayAfter(today, turn), to: dayAfter(today, turn + 7) })),
  slots: await warmTimes(40, turn =>
    api('appointments.freeSlots', { services: [{ serviceId: service.id, staffId: staff[turn % staffCount]! }], from: dayAfter(today, 1) }),
  ),
  booking: await warmTimes(60, book),
  moving: await warmTimes(60, move),
  hole: await warmTimes(20, turn =>
    api('appointments.fillTheHole', {
      hole: { start: `${dayAfter(today, 1 + turn)}T12:00`, end: `${dayAfter(today, 1 + turn)}T14:00`, staffId: null },
    }),
  ),
}
await close()
process.stdout.write(JSON.stringify(run))

/** As many as a busy shop has; after several imports and their undoing, the ids begin anywhere. */
async function everybody() {
  const { sqlite } = openDatabase(dataFolder, 'read')
  const ids = sqlite.prepare<[], number>('select id from contact where trashedAt is null order by id limit 50000').pluck().all()
  sqlite.close()
  return ids
}

/** Half past seven in the evening is free on every day: the diary below ends before it. */
async function book(turn: number) {
  const services = [{ serviceId: service.id, staffId: staff[turn % staffCount]! }]
  const { id } = await api('appointments.book', { contactId: clients[turn]!, start: `${dayAfter(today, 30 + turn)}T19:00`, services })
  booked[turn] = id
}

/** What was just booked. */
function move(turn: number) {
  return api('appointments.move', { id: booked[turn]!, start: `${dayAfter(today, 30 + turn)}T19:15` })
}

/** A full day of everybody's, from the past up to some months ahead. */
function* visits(count: number): Generator<DemoVisit, void, undefined> {
  const days = Math.ceil(count / (staffCount * perDay))
  let written = 0
  for (let ahead = daysAhead - days; ahead < daysAhead && written < count; ahead++) {
    const opens = clock.firstFrom(`${dayAfter(today, ahead)}T08:00`)
    for (const staffId of staff) {
      for (let place = 0; place < perDay; place++, written++) {
        const start = opens + place * 33 * minute
        const visit = {
          contactId: clients[(written * 7919) % clients.length]!,
          serviceId: service.id,
          staffId,
          resourceId: null,
          start,
          end: start + 30 * minute,
        }
        yield { ...visit, status: ahead < 0 ? 'done' : 'booked', bookedAt: start - 86_400_000, isLate: false }
      }
    }
  }
}

async function fill(count: number) {
  const connection = openDatabase(dataFolder, 'worker')
  const writer = createDiaryWriter(connection.sqlite, 'owner', [{ ...service }])
  const author = { at: new Date().toISOString(), user: 'owner', call: 'demo.fill' }
  for (const portion of portions(visits(count), 20_000)) {
    await asOperation(connection, author, async db => {
      const { id } = await db
        .selectFrom('operation')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirstOrThrow()
      writer.insert(id, portion)
    })
  }
  await asOperation(connection, author, () => writer.finish())
  connection.sqlite.close()
}
