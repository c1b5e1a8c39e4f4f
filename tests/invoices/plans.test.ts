import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import * as cashbook from '../../electron/cashbook/queries.ts'
import { openDatabase } from '../../electron/db/open.ts'
import * as invoices from '../../electron/invoices/queries.ts'
import * as payments from '../../electron/payments/queries.ts'
import { DocumentFilter } from '../../shared/invoices/model.ts'

const { sqlite, db } = openDatabase(null)
const [page, today] = [{ offset: 0, limit: 50 }, '2026-11-24']

function plan(query: Compilable) {
  const { sql, parameters } = query.compile()
  return sqlite
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .join('\n')
}
const list = (filter: object) => plan(invoices.list(db, DocumentFilter.parse(filter), today, page))

describe('at a million invoices', () => {
  it.each([
    ['all', {}, 'documentByDay'],
    ['drafts', { state: 'draft' }, 'documentByDay'],
    ['a period', { from: '2026-01-01', to: '2026-12-31' }, 'documentByDay'],
    ['what is paid', { state: 'paid' }, 'documentByDay'],
    ['what is open', { state: 'open' }, 'documentOpen'],
    ['what is overdue', { state: 'overdue' }, 'documentOpen'],
    ['a client', { contactId: 7 }, 'documentByContact'],
  ])('the list of %s comes from its index', (_what, filter, index) => {
    expect(list(filter)).toContain(index)
  })

  it('a page in the order of days is not sorted', () => {
    for (const filter of [{}, { state: 'draft' }, { state: 'paid' }, { state: 'open' }, { state: 'overdue' }, { from: '2026-01-01' }])
      expect(list(filter)).not.toContain('TEMP B-TREE')
  })

  it('the next number, a page of the export, and what a client owes are looked up', () => {
    expect(plan(invoices.lastIn(db, 'invoice 2026'))).toContain('documentInSeries (series=? AND sequence>?)')
    expect(plan(invoices.issuedBetween(db, today, today, { issuedOn: today, id: 1 }, 500))).not.toContain('TEMP B-TREE')
    expect(plan(payments.openOf(db, 7, today))).toContain('documentByContact (contactId=?)')
    expect(plan(payments.paidBy(db, 7))).not.toContain('SCAN')
  })

  it('a day of the drawer and the payments of a document are looked up', () => {
    const filter = { documentId: null, contactId: null, from: null, to: null, before: null }
    expect(plan(cashbook.ofDay(db, today))).toContain('cashEntryByDay (day=?)')
    expect(plan(cashbook.lastBefore(db, today))).toContain('cashEntryByDay (day<?)')
    expect(plan(cashbook.takings(db, today))).toContain('paymentByDay (day=?)')
    expect(plan(payments.list(db, { ...filter, documentId: 1 }, 50))).toContain('settlementByDocument (documentId=?)')
    expect(plan(payments.list(db, { ...filter, contactId: 1 }, 50))).toContain('paymentByContact (contactId=?)')
  })

  it('what the accountant gets comes day by day from an index', () => {
    const [from, to, after] = ['2026-10-01', '2026-10-31', { day: '', id: 0 }]
    expect(plan(payments.between(db, from, to, after, 500))).toContain('SEARCH payment USING INDEX paymentByDay')
    expect(plan(payments.settledBy(db, [1, 2]))).toContain('SEARCH settlement USING INDEX settlementByPayment')
    expect(plan(cashbook.between(db, from, to, after, 500))).toContain('SEARCH cashEntry USING INDEX cashEntryByDay')
    expect(plan(payments.between(db, from, to, after, 500))).not.toContain('TEMP B-TREE')
  })
})
