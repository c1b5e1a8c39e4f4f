import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from '../../shared/demo/dice.ts'
import type { CustomValue } from '../../shared/fields/model.ts'
import { builds, counted, picked, readBy, sales, visits, type Build, type Rules } from './by-hand.ts'
import { byKey, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'

const days = { from: '2026-11-01', to: '2027-03-31' }
type Key = string | number

describe.each(seeds)('Fields of the shop (%i)', seed => {
  it('tell rows apart and narrow them as counting by hand does', { timeout: 120_000 }, async () => {
    const { api, rows, clients } = await aRandomShop(seed, { more: 5 })
    const roll = dice(seed)
    const options = ['Dry', 'Oily', 'Mixed'].map((label, index) => ({ id: index + 1, label }))
    const may: Record<string, readonly CustomValue[]> = {}
    const add = async (name: string, type: 'choice' | 'yesNo' | 'text' | 'number', values: readonly CustomValue[]) => {
      const { id } = await api('fields.create', { name, type, options: type === 'choice' ? options : [] })
      may[id] = values
    }
    await add('Skin', 'choice', [1, 2, 3])
    await add('Photos allowed', 'yesNo', [true, false])
    await add('Street', 'text', ['North', 'south'])
    await add('Shoe size', 'number', [37, 37.5, 42])

    const known = new Map<string, Key>()
    for (const client of clients)
      for (const [id, values] of Object.entries(may))
        if (roll.chance(0.7)) {
          const value = roll.pick(values)
          await api('contacts.update', { id: client, custom: { [id]: value } })
          known.set(`${client} ${id}`, typeof value === 'boolean' ? Number(value) : (value as Key))
        }
    const own = Object.fromEntries(
      Object.keys(may).map(id => [`custom.${id}`, ({ contactId }: { contactId: number | null }) => known.get(`${contactId} ${id}`) ?? '']),
    )
    const filters = Object.fromEntries(
      Object.entries(may).map(([id, values]) => [
        `custom.${id}`,
        ['', ...values.map(value => (typeof value === 'boolean' ? Number(value) : (value as Key)))],
      ]),
    )
    const { lines, parts } = readBy(rows)

    async function expectSame<T>(build: Build, all: readonly T[], rules: Rules<T>) {
      const report = await api('reports.run', { report: 'built', build, ...days })
      const byHand = counted(all, build, days, rules)
      expect(Object.fromEntries(Object.entries(byKey(report)).map(([key, row]) => [key, picked(build, row)]))).toEqual(byHand.rows)
      const total = totalOf(report)
      expect(total && picked(build, total)).toEqual(byHand.total)
    }
    const { item, client, staff, documentKind } = sales.fields
    const ofSales = { ...sales, fields: { ...own, item: item!, client: client!, staff: staff!, documentKind: documentKind! } }
    await fc.assert(
      fc.asyncProperty(builds('sales', ofSales, filters, 'lines', 1), build => expectSame(build, lines, ofSales)),
      { numRuns: 60, seed },
    )
    const ofVisits = { ...visits, fields: { ...own, status: visits.fields.status!, staff: visits.fields.staff! } }
    await fc.assert(
      fc.asyncProperty(builds('visits', ofVisits, filters, 'booked', 1), build => expectSame(build, parts, ofVisits)),
      { numRuns: 60, seed },
    )
  })
})
