import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { aroundOf } from '../../electron/reports/around.ts'
import { quickestFor } from '../../electron/reports/built/quickest.ts'
import * as built from '../../electron/reports/built/queries.ts'
import * as clients from '../../electron/reports/client-queries.ts'
import * as diary from '../../electron/reports/diary.ts'
import * as loyalty from '../../electron/reports/loyalty-queries.ts'
import * as money from '../../electron/reports/money-queries.ts'
import { sourceFor } from '../../electron/reports/built/sources.ts'
import type { Build } from '../../shared/reports/built/model.ts'
import type { BuiltSubject } from '../../shared/reports/built/subjects.ts'
import { usualBuild } from '../../shared/reports/built/rules.ts'
import { cameSoFar } from '../../electron/segments/standing-queries.ts'
import * as sales from '../../electron/reports/sales.ts'
import { lastVisits, visitsOfNobody } from '../../electron/reports/staff-queries.ts'

const { sqlite, db } = openDatabase(null)
const books = { db, clients: null }
const days = { from: '2024-01-01', to: '2026-11-24' }
const parts = [{ key: '2026-11-01', from: '2026-11-01', to: '2026-11-24' }]
const stretch = { key: 'a', start: '2026-11-01T00:00:00.000Z', end: '2026-12-01T00:00:00.000Z' }
const all = sales.everythingIn('EUR')

function plan(query: Compilable) {
  const { sql, parameters } = query.compile()
  return sqlite
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .join('\n')
}

describe('at a million lines and a million visits', () => {
  it.each([
    [
      'revenue by period',
      sales.chargedByPart(books, parts, all),
      /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId=\?\)/,
    ],
    ['revenue by staff', sales.byStaff(books, days, all), /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId=\?\)/],
    ['revenue by item', sales.byItem(books, days, all), /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId>\?\)/],
    ['revenue by client', sales.documentsBy(db, 'contactId', days, 'EUR'), /USING COVERING INDEX documentRevenue/],
    ['gift cards by client', sales.cardsBy(db, 'contactId', days, 'EUR'), /USING COVERING INDEX documentLineOfCards/],
    ['takings', money.takingsByDay(db, days), /USING COVERING INDEX paymentTakings/],
    ['the drawer', money.drawerByDay(db, days), /USING COVERING INDEX cashEntrySums/],
    ['visits by period', diary.sumsByPart(books, parts), /SEARCH visitSum USING PRIMARY KEY \(period=\? AND serviceId=\?\)/],
    ['visits by service', diary.byService(books, days), /SEARCH visitSum USING PRIMARY KEY \(period=\? AND serviceId>\?\)/],
    ['busy hours', diary.byShape(books, days, 'hour'), /SEARCH visitShape USING PRIMARY KEY \(period=\? AND shape=\?\)/],
    ['new clients', clients.newClients(db, [stretch]), /USING COVERING INDEX clientRhythmByFirst \(firstAt>\? AND firstAt<\?\)/],
    ['clients of a day', clients.clientsSeen(db, [stretch]), /USING COVERING INDEX appointmentOfDays \(startsAt>\? AND startsAt<\?\)/],
    ['the days on which clients came', clients.daysOfClients(db), /^SCAN clientRhythm$/],
    [
      'what everybody came to so far',
      cameSoFar(db, stretch.start, 'EUR'),
      /SCAN clientRhythm\n[^]*USING COVERING INDEX appointmentOfClients \(contactId=\? AND startsAt<\?\)[^]*clientSale USING PRIMARY KEY/,
    ],
    ['clients at risk', clients.atRisk(db, '2026-11-24'), /SEARCH clientRhythm USING INDEX clientRhythmByDue/],
    ['points that come and go', loyalty.flowsByDay(db, 1, days), /SEARCH loyaltyFlow USING PRIMARY KEY \(programmeId=\?\)/],
    ['last visits', lastVisits(db, stretch.start, stretch.end), /SEARCH clientRhythm USING COVERING INDEX clientRhythmByLast/],
    [
      'visits of nobody',
      visitsOfNobody(db, stretch.start, stretch.end),
      /USING COVERING INDEX appointmentOfDays \(startsAt>\? AND startsAt<\?\)/,
    ],
  ])('%s comes from its sums or its index', (_what, query, expected) => {
    expect(plan(query)).toMatch(expected)
  })

  it('no client is sorted before they are added up', () => {
    expect(plan(sales.documentsBy(db, 'contactId', days, 'EUR'))).not.toContain('TEMP B-TREE')
  })

  const november = { from: '2026-11-01', to: '2026-11-24' }
  const aroundNow = () => aroundOf({ db, now: () => new Date('2026-11-24T12:00:00.000Z') })
  const puttingTogether = (subject: BuiltSubject, rows: string[], measures: string[]): Build => ({
    ...{ ...usualBuild(subject), rows, measures },
  })

  async function planOf(build: Build, { days: period = days, isQuick = true } = {}) {
    const around = await aroundNow()
    const shape = { build, days: period, rows: build.rows }
    const source = isQuick ? await quickestFor(shape, around) : sourceFor(build.subject)
    return plan(built.rows(db, { ...shape, around, source, own: [], isBounded: false, among: null }, 500))
  }

  it.each([
    ['sales', /SEARCH document USING INDEX documentByDay/],
    ['payments', /SEARCH payment USING (COVERING )?INDEX payment(ByDay|Takings) \(day>\? AND day<\?\)/],
    ['visits', /SEARCH visit USING (COVERING )?INDEX appointment(ByStart|OfDays) \(startsAt>\? AND startsAt<\?\)/],
  ] as const)('what somebody puts together of %s row by row looks at its period alone', async (subject, expected) => {
    expect(await planOf(usualBuild(subject), { days: november, isQuick: false })).toMatch(expected)
  })

  it.each([
    [
      'sales by month and staff with their invoices',
      puttingTogether('sales', ['month', 'staff'], ['net', 'documents']),
      /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId=\?\)/,
    ],
    [
      'sales by weekday and item',
      puttingTogether('sales', ['weekday', 'item'], ['net']),
      /SEARCH saleSum USING PRIMARY KEY \(period>\? AND period<\?\)/,
    ],
    ['sales by client', puttingTogether('sales', ['client'], ['net', 'documents']), /SCAN document USING COVERING INDEX documentRevenue/],
    [
      'buyers by month',
      puttingTogether('sales', ['month'], ['buyers']),
      /SEARCH document USING COVERING INDEX documentSold \(issuedOn>\? AND issuedOn<\?\)/,
    ],
    [
      'visits by weekday and hour',
      puttingTogether('visits', ['weekday', 'hour'], ['booked']),
      /SEARCH visitShape USING PRIMARY KEY \(period>\? AND period<\?\)/,
    ],
    [
      'visits by month and staff',
      puttingTogether('visits', ['month', 'staff'], ['booked', 'visitTime']),
      /SEARCH visitSum USING PRIMARY KEY \(period=\? AND serviceId=\?\)[^]*SEARCH visitMoved USING PRIMARY KEY \(period=\? AND serviceId=\?\)/,
    ],
    [
      'visits by service',
      puttingTogether('visits', ['service'], ['booked']),
      /SEARCH visitSum USING PRIMARY KEY \(period=\? AND serviceId>\?\)/,
    ],
    [
      'clients seen by month',
      puttingTogether('visits', ['month'], ['seen']),
      /SEARCH visitShape USING PRIMARY KEY \(period=\? AND shape=\?\)/,
    ],
    [
      'visits by client',
      puttingTogether('visits', ['client'], ['booked', 'seen']),
      /SEARCH visit USING COVERING INDEX appointmentOfClients \(contactId>\?\)[^]*SEARCH visit USING COVERING INDEX appointmentOfDays/,
    ],
    [
      'visits by month and channel',
      puttingTogether('visits', ['month', 'channel'], ['booked']),
      /SEARCH visit USING COVERING INDEX appointmentOfDays \(startsAt>\? AND startsAt<\?\)/,
    ],
    [
      'visits by the month in which they were booked',
      { ...puttingTogether('visits', ['month'], ['booked', 'seen']), date: 'bookedOn' },
      /SEARCH visit USING COVERING INDEX appointmentOfBookings \(createdAt>\? AND createdAt<\?\)/,
    ],
  ])('%s are not counted row by row', async (_what, build, expected) => {
    expect(await planOf(build)).toMatch(expected)
  })

  it.each([
    ['of how many clients somebody had a part in the visits', puttingTogether('visits', ['staff'], ['seen'])],
    ['of how many invoices two people had a part', { ...puttingTogether('sales', ['month'], ['documents']), filters: [ofStaff(1, 2)] }],
    ['in which hour somebody serves', puttingTogether('visits', ['hour', 'staff'], ['booked'])],
    ['on how many invoices something is', puttingTogether('sales', ['item'], ['documents'])],
  ])('only the rows themselves know %s', async (_what, build) => {
    expect(await quickestFor({ build, days, rows: build.rows }, await aroundNow())).toBe(sourceFor(build.subject))
  })

  it('the sums know nothing of some clients', async () => {
    const build = puttingTogether('sales', ['month'], ['net'])
    const ofSome = { ...(await aroundNow()), clients: [1] }
    expect(await quickestFor({ build, days, rows: build.rows }, ofSome)).toBe(sourceFor('sales'))
  })
})

const ofStaff = (...values: number[]) => ({ field: 'staff', is: 'anyOf' as const, values })
