import { decimalText, shortText } from '../../shared/einvoice/decimal.ts'
import { decimalsOf } from '../../shared/money.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import * as queries from './queries.ts'

const headers = ['taxCategory', 'taxRate', 'documentCount', 'net', 'tax', 'gross'] as const

/** A row for each category and rate that was charged in these days, below their header; credit notes are taken off. */
export async function* taxRows(db: Db, { from, to }: { from: string; to: string }) {
  const { language, currency } = await settingsOf(db)
  const money = (amount: number) => decimalText(amount, decimalsOf(currency))
  yield [headers.map(header => textIn(language, `accountant.columns.${header}`))]
  const rates = await queries.summary(db, from, to).execute()
  yield rates.map(({ category, basisPoints, documents, net, tax, gross }) => [
    textIn(language, `taxes.categories.${category}`),
    shortText(basisPoints, 2),
    String(documents),
    money(net),
    money(tax),
    money(gross),
  ])
}
