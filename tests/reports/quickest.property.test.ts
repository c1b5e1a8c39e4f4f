import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { aroundOf } from '../../electron/reports/around.ts'
import { addsUp } from '../../electron/reports/built/adding-up.ts'
import { figureNames } from '../../electron/reports/built/figures.ts'
import * as queries from '../../electron/reports/built/queries.ts'
import { quickestFor } from '../../electron/reports/built/quickest.ts'
import { sourceFor } from '../../electron/reports/built/sources.ts'
import type { AnySource } from '../../electron/reports/built/source.ts'
import { canBeFiltered, subjectsToBuild } from '../../shared/reports/built/subjects.ts'
import { fieldsOf, usualBuild } from '../../shared/reports/built/rules.ts'
import type { Build, BuiltFilter } from '../../shared/reports/built/model.ts'
import { aShopOfNights } from './nights.ts'
import { aBound } from './random-bounds.ts'
import { seeds } from './random-shop.ts'

type Values = Readonly<Record<string, readonly (string | number)[]>>

/** Any report of a subject, narrowed by what there is in the shop. */
function builds(subject: 'sales' | 'visits', values: Values) {
  const { dates, measures } = subjectsToBuild[subject]
  const filter: fc.Arbitrary<BuiltFilter> = fc.constantFrom(...Object.keys(values)).chain(field =>
    fc.record({
      field: fc.constant(field),
      is: fc.constantFrom('anyOf' as const, 'noneOf' as const),
      values: fc.subarray([...values[field]!], { minLength: 1 }),
    }),
  )
  return fc.record({
    date: fc.constantFrom(...dates),
    rows: fc.shuffledSubarray([...fieldsOf({ subject, date: dates[0]! })], { minLength: 1, maxLength: 3 }),
    measures: fc.shuffledSubarray(
      measures.map(({ key }) => key),
      { minLength: 1, maxLength: 4 },
    ),
    filters: fc.array(filter, { maxLength: 2 }),
    bounds: fc.array(aBound(measures), { maxLength: 2 }),
  })
}

const periods = [
  { from: '2026-11-01', to: '2027-03-31' },
  { from: '2026-11-10', to: '2026-12-31' },
  { from: '2026-12-01', to: '2026-12-01' },
]

describe.each(seeds)('What answers soonest (%i)', seed => {
  it('says the same as counting row by row, whatever is asked, also of nights', { timeout: 120_000 }, async () => {
    const { api, ids, other, colour, course, dataFolder } = await aShopOfNights(seed)
    expect((await api('reports.verify', {})).broken).toEqual([])
    const { db, sqlite } = openDatabase(dataFolder, 'read')
    const around = await aroundOf({ db, now: () => new Date() })

    async function told(build: Build, days: (typeof periods)[number], isQuick: boolean) {
      const of = (rows: readonly string[]) => (isQuick ? quickestFor({ build, days, rows }, around) : sourceFor(build.subject))
      const isBounded = build.bounds.length > 0
      const ask = (rows: readonly string[], source: AnySource) => ({ build, days, rows, around, source, own: [], isBounded, among: null })
      const source = await of(build.rows)
      const found = await queries.rows(db, ask(build.rows, source), 100_000).execute()
      const names = figureNames(build)
      const picked = (row: Readonly<Record<string, unknown>>, keys: readonly string[]) => keys.map(key => row[key])
      const ofAll = isBounded
        ? { ...ask([], sourceFor(build.subject)), among: queries.keysOfAll(ask(build.rows, source)) }
        : ask([], await of([]))
      const asked = await queries.total(db, ofAll).executeTakeFirstOrThrow()
      const [first] = found
      // Row by row nothing is taken for the sum of anything.
      const total = first && isQuick && addsUp(build) ? picked(first, names.map(queries.inAll)) : picked(asked, names)
      const rows = found.map(row => JSON.stringify(picked(row, [...build.rows.map((_field, place) => `key${place}`), ...names])))
      return { rows: rows.sort(), total: first ? total : null }
    }

    for (const [subject, values] of [
      ['sales', { staff: [0, ids.jana, other], lineKind: ['service', 'product'], documentKind: ['creditNote'], city: ['', 'Hamburg'] }],
      [
        'visits',
        { staff: [ids.jana, other], status: ['done', 'noShow', 'booked'], service: [colour.id, course.id], channel: ['Telephone'] },
      ],
    ] as const) {
      expect(Object.keys(values).every(canBeFiltered)).toBe(true)
      await fc.assert(
        fc.asyncProperty(builds(subject, values), fc.constantFrom(...periods), async (shape, days) => {
          const build: Build = { ...usualBuild(subject), ...shape }
          expect(await told(build, days, true)).toEqual(await told(build, days, false))
        }),
        { numRuns: 150, seed },
      )
    }
    sqlite.close()
  })
})

it('Visits that go on after midnight leave the sums as they came', async () => {
  const { api, rows } = await aShopOfNights(4)
  const broken = async () => (await api('reports.verify', {})).broken
  const moved = () => rows<{ moved: number }>('select count(*) as moved from visitMoved where services <> 0')[0]!.moved
  expect(moved()).toBeGreaterThan(0)
  const atNight = rows<{ id: number }>("select id from appointment where title = 'Night' and status = 'booked' order by id")
  await api('appointments.cancel', { id: atNight[0]!.id })
  expect(await broken()).toEqual([])
  const [last] = await api('operations.list', { limit: 1 })
  await api.run('operations.undo', { id: last!.id })
  expect(await broken()).toEqual([])
  for (const zone of ['Pacific/Auckland', 'Europe/Berlin']) {
    await api('settings.update', { zone })
    expect(await broken()).toEqual([])
  }
})
