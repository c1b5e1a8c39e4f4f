import type { Compilable } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import * as queries from '../../electron/vouchers/queries.ts'
import { codeFrom } from '../../shared/vouchers/code.ts'
import { VoucherFilter } from '../../shared/vouchers/model.ts'

const { sqlite, db } = openDatabase(null)
const today = '2026-11-24'
function plan(query: Compilable) {
  const { sql, parameters } = query.compile()
  const steps = sqlite.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...parameters)
  return steps.map(({ detail }) => detail).join('\n')
}
const list = (filter: object) => plan(queries.listed(db, VoucherFilter.parse(filter), today, { offset: 0, limit: 50 }))

it('a voucher is looked up by its code, and what is on it by its number', () => {
  const code = codeFrom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(plan(queries.byCode(db, code))).toContain('sqlite_autoindex_voucher_1 (code=?)')
  expect(list({ text: code })).toContain('(code=?)')
  expect(plan(queries.entriesOf(db, 1))).toContain('voucherEntryByVoucher (voucherId=?)')
  expect(plan(queries.sumOf(db, 1, ['redeemed']))).toContain('COVERING INDEX voucherEntryByVoucher')
})

it('a page of the list is not sorted, and those that are good for something come from their index', () => {
  for (const filter of [{}, { state: 'active' }, { state: 'expired' }, { state: 'used' }, { contactId: 7 }, { text: 'anna' }])
    expect(list(filter)).not.toContain('TEMP B-TREE')
  expect(list({ state: 'active' })).toContain('voucherOpen')
  expect(list({ contactId: 7 })).toContain('voucherByContact (contactId=?)')
  expect(list({ documentId: 7 })).toContain('documentLineInOrder (documentId=?)')
  expect(plan(queries.expired(db, today))).toContain('voucherOpen')
})
