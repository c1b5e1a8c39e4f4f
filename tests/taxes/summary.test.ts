import { describe, expect, it } from 'vitest'
import { summary } from '../../electron/taxes/queries.ts'
import { openDatabase } from '../../electron/db/open.ts'

const facts = {
  ...{ pricing: 'gross' as const, language: 'en' as const, currency: 'EUR', groups: '[]', buyerName: '', search: '' },
  ...{ title: '', header: '', footer: '', note: '', discountAmount: 0, discountNet: 0, user: 'owner', createdAt: '', changedAt: '' },
}

/** Sums of credit notes are negative in the database. */
const issued = [
  { day: '2026-09-30', kind: 'invoice', taxes: [['S', 1900, 10_000, 1900]] },
  {
    day: '2026-10-01',
    kind: 'invoice',
    taxes: [
      ['S', 1900, 10_000, 1900],
      ['S', 700, 1000, 70],
    ],
  },
  { day: '2026-10-15', kind: 'creditNote', taxes: [['S', 1900, -2500, -475]] },
  { day: '2026-10-31', kind: 'invoice', taxes: [['E', 0, 4000, 0]] },
  { day: '2026-11-01', kind: 'invoice', taxes: [['S', 1900, 10_000, 1900]] },
] as const

async function books() {
  const { sqlite, db } = openDatabase(null)
  sqlite.exec('create temp table if not exists currentOperation (operationId integer not null)')
  sqlite.exec(`insert into operation (at, user, call, text, params) values ('', 'owner', 'test', '', '{}')`)
  sqlite.exec('insert into temp.currentOperation values (1)')
  for (const [index, { day, kind, taxes }] of issued.entries()) {
    const [net, tax] = [2, 3].map(place => taxes.reduce((sum, parts) => sum + Number(parts[place]), 0)) as [number, number]
    const { id } = await db
      .insertInto('document')
      .values({ ...facts, kind, net, tax, gross: net + tax })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [category, basisPoints, net, tax] of taxes) {
      await db.insertInto('documentTax').values({ documentId: id, issuedOn: day, category, basisPoints, net, tax }).execute()
    }
    const number = String(index + 1)
    await db
      .updateTable('document')
      .set({ series: '2026', sequence: index + 1, number, issuedAt: day, issuedOn: day, hash: number })
      .where('id', '=', id)
      .execute()
  }
  return { sqlite, db }
}

describe('the tax of a time', () => {
  it('is summed by category and rate, both days included, credit notes taken off', async () => {
    const { db } = await books()
    expect(await summary(db, '2026-10-01', '2026-10-31').execute()).toEqual([
      { category: 'S', basisPoints: 1900, documents: 2, net: 7500, tax: 1425, gross: 8925 },
      { category: 'S', basisPoints: 700, documents: 1, net: 1000, tax: 70, gross: 1070 },
      { category: 'E', basisPoints: 0, documents: 1, net: 4000, tax: 0, gross: 4000 },
    ])
    expect(await summary(db, '2027-01-01', '2027-12-31').execute()).toEqual([])
  })
})
