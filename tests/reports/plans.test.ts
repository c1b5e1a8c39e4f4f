import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { aroundOf } from '../../electron/reports/around.ts'
import { keptFor } from '../../electron/reports/built/kept.ts'
import * as built from '../../electron/reports/built/queries.ts'
import * as clients from '../../electron/reports/client-queries.ts'
import * as diary from '../../electron/reports/diary.ts'
import * as loyalty from '../../electron/reports/loyalty-queries.ts'
import * as money from '../../electron/reports/money-queries.ts'
import { sourceFor } from '../../electron/reports/built/sources.ts'
import type { Build } from '../../shared/reports/built/model.ts'
import { usualBuild } from '../../shared/reports/built/rules.ts'
import * as sales from '../../electron/reports/sales.ts'
import { lastVisits, visitsOfNobody } from '../../electron/reports/staff-queries.ts'

const { sqlite, db } = openDatabase(null)
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
    ['revenue by period', sales.byPart(db, parts, all), /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId=\?\)/],
    ['revenue by staff', sales.byStaff(db, days, all), /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId=\?\)/],
    ['revenue by item', sales.byItem(db, days, all), /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId>\?\)/],
    ['revenue by client', sales.chargedByClient(db, days, 'EUR'), /USING COVERING INDEX documentRevenue/],
    ['gift cards by client', sales.cardsByClient(db, days, 'EUR'), /USING COVERING INDEX documentLineOfCards/],
    ['takings', money.takingsByDay(db, days), /USING COVERING INDEX paymentTakings/],
    ['the drawer', money.drawerByDay(db, days), /USING COVERING INDEX cashEntrySums/],
    ['visits by period', diary.byPart(db, parts), /SEARCH visitSum USING PRIMARY KEY \(period=\? AND serviceId=\?\)/],
    ['visits by service', diary.byService(db, days), /SEARCH visitSum USING PRIMARY KEY \(period=\? AND serviceId>\?\)/],
    ['busy hours', diary.byShape(db, days, 'hour'), /SEARCH visitShape USING PRIMARY KEY \(period=\? AND shape=\?\)/],
    ['new clients', clients.newClients(db, [stretch]), /USING COVERING INDEX clientRhythmByFirst \(firstAt>\? AND firstAt<\?\)/],
    ['clients of a day', clients.clientsSeen(db, [stretch]), /USING COVERING INDEX appointmentOfDays \(startsAt>\? AND startsAt<\?\)/],
    ['clients at risk', clients.atRisk(db, '2026-11-24'), /SEARCH clientRhythm USING INDEX clientRhythmByDue/],
    ['points that come and go', loyalty.flowsByDay(db, 1, days), /SEARCH loyaltyFlow USING PRIMARY KEY \(programmeId=\?\)/],
    ['last visits', lastVisits(db, stretch.start, stretch.end), /SEARCH clientRhythm USING COVERING INDEX clientRhythmByLast/],
    ['visits of nobody', visitsOfNobody(db, stretch.start, stretch.end), /USING INDEX appointmentOfNobody/],
  ])('%s comes from its sums or its index', (_what, query, expected) => {
    expect(plan(query)).toMatch(expected)
  })

  it('no client is sorted before they are added up', () => {
    expect(plan(sales.chargedByClient(db, days, 'EUR'))).not.toContain('TEMP B-TREE')
  })

  it.each([
    ['sales', /SEARCH document USING INDEX documentByDay/],
    ['payments', /SEARCH payment USING (COVERING )?INDEX payment(ByDay|Takings) \(day>\? AND day<\?\)/],
    ['visits', /SEARCH visit USING INDEX appointmentByStart \(startsAt>\? AND startsAt<\?\)/],
  ] as const)('what somebody puts together of %s looks at its period alone', async (subject, expected) => {
    const around = await aroundOf({ db, now: () => new Date('2026-11-24T12:00:00.000Z') })
    expect(
      plan(
        built.rows(
          db,
          { build: usualBuild(subject), days: { from: '2026-11-01', to: '2026-11-24' }, around, source: sourceFor(subject) },
          500,
        ),
      ),
    ).toMatch(expected)
  })

  const puttingTogether = (subject: 'sales' | 'visits', rows: string[], measures: string[]): Build => ({
    ...{ ...usualBuild(subject), rows, measures },
  })
  const aroundNow = () => aroundOf({ db, now: () => new Date('2026-11-24T12:00:00.000Z') })

  it.each([
    [
      'sales by month and staff',
      puttingTogether('sales', ['month', 'staff'], ['net', 'tax']),
      /SEARCH saleSum USING PRIMARY KEY \(period=\? AND currency=\? AND itemId=\?\)/,
    ],
    [
      'sales by weekday and item',
      puttingTogether('sales', ['weekday', 'item'], ['net']),
      /SEARCH saleSum USING PRIMARY KEY \(period>\? AND period<\?\)/,
    ],
    [
      'visits by weekday and hour',
      puttingTogether('visits', ['weekday', 'hour'], ['booked']),
      /SEARCH visitShape USING PRIMARY KEY \(period>\? AND period<\?\)/,
    ],
  ])('%s are put together of the sums of days and months', async (_what, build, expected) => {
    const around = await aroundNow()
    const source = await keptFor(build, around)
    expect(plan(built.rows(db, { build, days, around, source: source! }, 500))).toMatch(expected)
  })

  it.each([
    ['how many clients they were', puttingTogether('sales', ['month'], ['buyers'])],
    ['of how many invoices somebody had a part', puttingTogether('sales', ['staff'], ['documents'])],
    ['who served', puttingTogether('visits', ['month', 'staff'], ['booked'])],
    ['what one client bought', puttingTogether('sales', ['client'], ['net'])],
  ])('the sums do not know %s', async (_what, build) => {
    expect(await keptFor(build, await aroundNow())).toBeNull()
  })

  it('the sums know nothing of some clients', async () => {
    expect(await keptFor(puttingTogether('sales', ['month'], ['net']), { ...(await aroundNow()), clients: [1] })).toBeNull()
  })
})
