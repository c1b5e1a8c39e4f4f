import { guardText } from '../../shared/csv/guard.ts'
import { decimalText } from '../../shared/einvoice/decimal.ts'
import { decimalsOf } from '../../shared/money.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { paymentPages } from './between.ts'

const headers = ['day', 'method', 'amount', 'tip', 'client', 'documents', 'reference', 'note'] as const

/** A row for each payment of these days, below their header; what was given back is negative. */
export async function* paymentRows(db: Db, days: { from: string; to: string }) {
  const { language, currency } = await settingsOf(db)
  const decimals = decimalsOf(currency)
  yield headers.map(header => textIn(language, `accountant.columns.${header}`))
  for await (const page of paymentPages(db, days)) {
    for (const { day, method, amount, tip, buyerName, settlements, reference, note } of page) {
      const figures = [decimalText(amount, decimals), decimalText(tip, decimals)]
      const words = [buyerName, settlements.map(({ number }) => number).join(' '), reference, note].map(guardText)
      yield [day, textIn(language, `payments.methods.${method}`), ...figures, ...words]
    }
  }
}
