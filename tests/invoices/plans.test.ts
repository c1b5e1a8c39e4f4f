import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import * as cashbook from '../../electron/cashbook/queries.ts'
import * as dunning from '../../electron/dunning/queries.ts'
import { openDatabase } from '../../electron/db/open.ts'
import * as invoices from '../../electron/invoices/queries.ts'
import type { Search } from '../../electron/invoices/search.ts'
import * as payments from '../../electron/payments/queries.ts'
import * as waysBack from '../../electron/payments/ways-back-queries.ts'
import * as subscriptions from '../../electron/subscriptions/queries.ts'
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
const list = (filter: object, search: Search | null = null) => {
  const { text: _text, ...rest } = DocumentFilter.parse(filter)
  return plan(invoices.list(db, { ...rest, search }, today, page))
}

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

  it('few words are looked up in their index, of what many have the latest are looked through', () => {
    const found = list({}, { by: 'index', match: '"weiss"*' })
    expect(found).toContain('SEARCH document USING INTEGER PRIMARY KEY (rowid=?)')
    expect(found).toContain('documentSearch VIRTUAL TABLE INDEX')
    const looked = list({}, { by: 'look', beginnings: ['2026'] })
    expect(looked).toContain('documentByDay')
    expect(looked).not.toContain('TEMP B-TREE')
    expect(plan(invoices.countMatching(db, '"2026"*', 4001))).not.toContain('SCAN document ')
  })

  it('recurring invoices that are due, and what they made, are looked up', () => {
    expect(plan(subscriptions.due(db, today))).toContain('subscriptionDue (nextOn>? AND nextOn<?)')
    expect(plan(subscriptions.drafts(db))).toContain('documentDraftOfSubscription')
    expect(plan(subscriptions.issuedSince(db, today))).toContain('subscriptionPeriodByTime (madeAt>?)')
    expect(plan(subscriptions.documentsOf(db, [1, 2]))).toContain('documentBySubscriptionPeriod (subscriptionPeriodId=?)')
    expect(plan(subscriptions.periods(db, 1, 500))).toContain('subscriptionPeriodOnce (subscriptionId=?)')
  })

  it('the next number, the lines of an export, and what a client owes are looked up', () => {
    expect(plan(invoices.lastIn(db, 'invoice 2026'))).toContain('documentInSeries (series=? AND sequence>?)')
    expect(plan(invoices.newestOf(db, 'creditNote'))).toContain('documentInSeries (series>? AND series<?)')
    expect(plan(invoices.tableLines(db, [1, 2]))).toContain('SEARCH documentLine USING INDEX documentLineInOrder (documentId=?)')
    expect(plan(invoices.countIssued(db, today, today))).toContain('COVERING INDEX documentByDay (<expr>>? AND <expr><?)')
    expect(plan(payments.openOf(db, 7, today))).toContain('documentByContact (contactId=?)')
    expect(plan(payments.paidBy(db, 7))).not.toMatch(/SCAN (?!credited|\(subquery)/)
    expect(plan(waysBack.cameInFor(db, 7))).toContain('settlementByDocument (documentId=?)')
    expect(plan(waysBack.wentBackFor(db, 7))).toContain('documentBySource (sourceId=?)')
  })

  it('a day of the drawer and the payments of a document are looked up', () => {
    const filter = { documentId: null, contactId: null, method: null, from: null, to: null, before: null }
    expect(plan(cashbook.ofDay(db, today))).toContain('cashEntryByDay (day=?)')
    expect(plan(cashbook.lastBefore(db, today))).toContain('cashEntryByDay (day<?)')
    expect(plan(cashbook.takings(db, today))).toContain('COVERING INDEX paymentTakings (day=?)')
    expect(plan(payments.list(db, { ...filter, documentId: 1 }, 50))).toContain('settlementByDocument (documentId=?)')
    expect(plan(payments.list(db, { ...filter, contactId: 1 }, 50))).toContain('paymentByContact (contactId=?)')
  })

  it('what is open is read from its index alone, and what was sent because of it is looked up', () => {
    const all = plan(dunning.standings(db, 'EUR'))
    expect(all).toContain('SEARCH document USING COVERING INDEX documentOwed (currency=?)')
    expect(all).toContain('reminderItemByDocument (documentId=?)')
    expect(all.replace(/SCAN CONSTANT ROW/g, '')).not.toContain('SCAN')
    expect(plan(dunning.standingsOfContact(db, 'EUR', 7))).toContain('documentOwed (currency=? AND contactId=?)')
    expect(plan(dunning.standingsOf(db, 'EUR', [7]))).toContain('SEARCH document USING INTEGER PRIMARY KEY')
    expect(plan(dunning.ofContact(db, 7, { at: '~', id: 0 }, 30))).toMatch(/reminderByContact \(contactId=\? AND at</)
  })

  it('a page of the payments comes in the order of an index, of one way to pay too', () => {
    const filter = { documentId: null, contactId: null, method: null, from: null, to: null, before: null }
    for (const narrowed of [filter, { ...filter, from: '2026-01-01', to: '2026-12-31' }, { ...filter, before: 9 }])
      expect(plan(payments.list(db, narrowed, 50))).toMatch(/paymentByDay(?!.*TEMP B-TREE)/s)
    expect(plan(payments.list(db, { ...filter, method: 'cash', from: '2026-01-01' }, 50))).toMatch(
      /paymentByMethod \(method=\? AND day>\?\)(?!.*TEMP)/s,
    )
  })

  const year = ['2026-01-01', '2026-12-31'] as const
  const reached = { day: today, issuedOn: today, id: 7 }
  it.each([
    ['documents', invoices.issuedBetween(db, ...year, reached, 500), 'documentByDay (<expr>>? AND <expr><?)'],
    ['what a table says of documents', invoices.tableDocuments(db, ...year, reached, 500), 'documentByDay (<expr>>? AND <expr><?)'],
    ['documents whose lines are told', invoices.headsBetween(db, ...year, reached, 500), 'documentByDay (<expr>>? AND <expr><?)'],
    ['payments', payments.between(db, ...year, reached, 500), 'paymentByDay (day>? AND day<?)'],
    ['payments that are booked', payments.bookedBetween(db, ...year, reached, 500), 'paymentByDay (day>? AND day<?)'],
    ['the book of the drawer', cashbook.between(db, ...year, reached, 500), 'cashEntryByDay (day>? AND day<?)'],
  ])('the next page of a file of %s begins at the day that was reached, in the order of an index', (_what, query, index) => {
    expect(plan(query)).toContain(`USING INDEX ${index}`)
    expect(plan(query)).not.toContain('TEMP B-TREE')
    // No plan tells where a search begins: its first two bounds do.
    expect(query.compile().parameters.slice(0, 2)).toEqual([today, year[1]])
  })

  it('what payments of a file have settled is looked up', () => {
    expect(plan(payments.settledBy(db, [1, 2]))).toContain('SEARCH settlement USING INDEX settlementByPayment')
  })
})
