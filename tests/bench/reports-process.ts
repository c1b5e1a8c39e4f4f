import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { createDiaryWriter } from '../../electron/appointments/bulk.ts'
import { stopDerivingChanges } from '../../electron/db/derived.ts'
import { openDatabase, type Connection } from '../../electron/db/open.ts'
import { asOperation } from '../../electron/operations/engine.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import { demoSeller } from '../../shared/demo/trade.ts'
import type { DemoVisit } from '../../shared/demo/diary.ts'
import { tileNames } from '../../shared/dashboard/model.ts'
import { portions } from '../../shared/group.ts'
import { clockIn, dayAfter } from '../../shared/zone.ts'
import { openShop } from './app.ts'
import { usualBuilds } from './built-questions.ts'
import { warmTimes } from './times.ts'

/** Of each report in each of its groupings, over all the years that there are; of each tile of the dashboard, and of all at once. */
export type ReportsRun = {
  lines: number
  visits: number
  asked: Asked[]
  built: { what: string; taken: number[] }[]
  tiles: Told[]
  glance: number[]
  file: { rows: number; taken: number[] }
}
type Asked = { report: string; group: string | null; taken: number[] }
type Told = { tile: string; taken: number[] }

const [dataFolder, wanted, turns] = process.argv.slice(2) as [string, string, string]
const count = Number(wanted)
const [staffCount, serviceCount, clients, days] = [10, 30, Math.ceil(count / 10), 1095]
/** Of an eighth of the clients, counted from the books and the diary. */
const narrowedReports = [
  ['revenue', 'month'],
  ['visits', 'month'],
  ['topClients', 'client'],
] as const
mkdirSync(dataFolder)
const { api, close, offers } = await openShop(dataFolder)
await api('settings.update', { businessName: 'Salon', country: 'DE', zone: 'Europe/Berlin' })
await api('invoices.changeSettings', { seller: demoSeller })
const { zone } = await api('settings.get', {})
const clock = clockIn(zone)
const today = clock.dayOf(Date.now())
const first = dayAfter(today, 60 - days)
const nine = [{ from: '08:00', to: '20:00' }]
const week = Array.from({ length: 7 }, () => [...nine])
await api('settings.update', { openingHours: week })
for (let number = 1; number <= staffCount; number++)
  await api('staff.create', { name: `Person ${number}`, colour: 'green', hours: { weeks: [week], from: '2026-01-05' }, services: [] })
for (let number = 1; number <= serviceCount; number++)
  await api('catalogue.createService', { name: `Service ${number}`, durationMinutes: 30, category: `Category ${number % 5}`, price: 4200 })
for (const [scope, validFrom] of [
  ['services', first],
  ['services', dayAfter(first, 400)],
  ['products', first],
] as const)
  await api('commissions.addRule', { staffId: null, scope: { kind: scope }, basisPoints: 1000, validFrom })
const [rate] = await api('taxes.rates', {})
const { id: person } = await api('contacts.create', {
  ...{ kind: 'person', familyName: 'Client', source: 'Friends', consents: {} },
  ...{ phones: [{ number: '0176 1234567', label: '' }], emails: [{ address: 'client@example.org', label: '' }] },
})
const line = { name: 'Cut', price: 4200, taxRateId: rate!.id, staffId: 1, kind: 'service' as const, itemId: 1 }
const { id: model } = await api('invoices.draft', { lines: [line, { ...line, name: 'Colour', itemId: 2 }] })
await fill()

const all = { from: first, to: dayAfter(today, 60) }
const run: ReportsRun = { lines: count, visits: count, asked: [], built: [], tiles: [], glance: [], file: { rows: 0, taken: [] } }
for (const { report, groups } of await api('reports.list', {}))
  for (const group of groups.length > 0 ? groups : [null]) {
    const span = group === 'day' ? { from: dayAfter(today, -364), to: today } : all
    run.asked.push({ report, group, taken: await warmTimes(Number(turns), () => api('reports.run', { report, group, ...span })) })
  }
for (const [report, group] of narrowedReports) {
  const question = { report, group, ...all, source: 'Source 3' }
  run.asked.push({ report: `${report} of one source`, group, taken: await warmTimes(Number(turns), () => api('reports.run', question)) })
}
for (const { what, build } of usualBuilds)
  run.built.push({ what, taken: await warmTimes(Number(turns), () => api('reports.run', { report: 'built', build, ...all })) })
for (const tile of tileNames)
  run.tiles.push({ tile, taken: await warmTimes(Number(turns), () => api('dashboard.tiles', { tiles: [tile] })) })
run.glance = await warmTimes(Number(turns), () => api('dashboard.tiles', {}))
run.file.taken = await warmTimes(3, async () => {
  const out = offers.offerWrite(join(dataFolder, 'clients.csv'))
  run.file.rows = (await api.run('exports.report', { report: 'segments', group: 'client', out })).rows
})
await close()
process.stdout.write(JSON.stringify(run))

async function fill() {
  const connection = openDatabase(dataFolder, 'worker')
  await fillDiary(connection, fillClients(connection))
  fillBooks(connection.sqlite)
  connection.sqlite.close()
}

/** Everybody is a copy of one, with a name and a city of their own. */
function fillClients({ sqlite }: Connection) {
  stopRecording(sqlite)
  stopDerivingChanges(sqlite)
  copyRows(sqlite, 'contact', 'id', person, clients, {
    id: `${person} + n`,
    familyName: `'Client ' || n`,
    sortName: `'client ' || n`,
    source: `'Source ' || (n % 8)`,
  })
  return person + 1
}

/** Day after day, everybody's day from the morning on. */
function* visits(from: number): Generator<DemoVisit, void, undefined> {
  const perStaff = Math.ceil(count / days / staffCount)
  let written = 0
  for (let later = 0; later < days && written < count; later++) {
    const day = dayAfter(first, later)
    const opens = clock.firstFrom(`${day}T08:00`)
    for (let staffId = 1; staffId <= staffCount; staffId++)
      for (let place = 0; place < perStaff && written < count; place++, written++) {
        const start = opens + place * Math.floor((11 * 60) / perStaff) * 60_000
        const fate = written % 20
        const status = day >= today ? 'booked' : fate === 0 ? 'noShow' : fate === 1 ? 'cancelled' : 'done'
        yield {
          ...{ contactId: from + ((written * 7919) % clients), serviceId: 1 + (written % serviceCount), staffId, resourceId: null },
          ...{ start, end: start + 30 * 60_000, status, bookedAt: start - 86_400_000 * (written % 40), isLate: false },
        }
      }
  }
}

async function fillDiary(connection: Connection, from: number) {
  const services = await api('catalogue.services', {})
  const writer = createDiaryWriter(connection.sqlite, 'owner', services)
  const author = { at: new Date().toISOString(), user: 'owner', call: 'demo.fill' }
  for (const portion of portions(visits(from), 20_000))
    await asOperation(connection, author, async db => {
      const { id } = await db
        .selectFrom('operation')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirstOrThrow()
      writer.insert(id, portion)
    })
  await asOperation(connection, author, () => writer.finish())
}

/** Copies of one draft with two lines, issued day after day and paid but for every fiftieth. */
function fillBooks(sqlite: Database) {
  stopRecording(sqlite)
  const documents = Math.ceil(count / 2)
  const day = `date('${first}', '+' || (n * ${days - 60} / ${documents + 1}) || ' days')`
  sqlite.exec('pragma defer_foreign_keys = on; begin')
  const lineKey = `${model} + n`
  copyRows(sqlite, 'documentLine', 'documentId', model, documents, {
    ...{ id: `1000 + 2 * n + it.position`, documentId: lineKey },
    ...{ staffId: `1 + n % ${staffCount}`, serviceId: `1 + (n * 7 + it.position) % ${serviceCount}` },
  })
  sqlite.exec(`insert into documentTax (documentId, issuedOn, category, basisPoints, net, tax)
    ${copies(documents)} select ${model} + n, ${day}, 'S', 1900, it.net, it.tax from copy, document as it where it.id = ${model}`)
  copyRows(sqlite, 'document', 'id', model, documents, {
    ...{ id: lineKey, contactId: `${person} + 1 + n * 31 % ${clients}`, series: `'bench'`, sequence: 'n', number: `printf('%07d', n)` },
    ...{ search: `printf('%07d', n)`, issuedOn: day, issuedAt: `${day} || 'T12:00:00.000Z'`, dueOn: `date(${day}, '+14 days')` },
    ...{ hash: `''`, previousHash: `''`, settled: 'iif(n % 50, it.gross, 0)' },
  })
  sqlite.exec(`insert into payment (at, day, method, amount, tip, reference, note, contactId, user)
    ${copies(documents)} select ${day} || 'T12:00:00.000Z', ${day}, iif(n % 3, 'card', 'cash'), 8400, n % 5 * 100, '', '', null, 'owner' from copy`)
  sqlite.exec(`insert into cashEntry (at, day, kind, amount, balance, note, user)
    select at, day, 'payment', amount, 0, '', 'owner' from payment where method = 'cash'`)
  sqlite.exec('commit')
}

function copies(rows: number) {
  return `with recursive copy (n) as (select 1 union all select n + 1 from copy where n < ${rows})`
}

function copyRows(sqlite: Database, table: string, key: string, id: number, rows: number, own: Record<string, string>) {
  const names = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const values = names.map(name => own[name] ?? `it.${name}`)
  sqlite.exec(
    `insert into ${table} (${names.join(', ')}) ${copies(rows)} select ${values.join(', ')} from copy, ${table} as it where it.${key} = ${id}`,
  )
}
