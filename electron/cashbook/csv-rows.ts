import { cashWord } from '../../shared/cashbook/model.ts'
import { guardText } from '../../shared/csv/guard.ts'
import { decimalText } from '../../shared/einvoice/decimal.ts'
import { decimalsOf } from '../../shared/money.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { entryPages } from './between.ts'

const headers = ['day', 'enteredAt', 'entry', 'amount', 'balance', 'note', 'user'] as const

/** A row for each entry of these days, below their header, with what was in the drawer after it. */
export async function* cashRows(db: Db, days: { from: string; to: string }) {
  const { language, currency } = await settingsOf(db)
  const decimals = decimalsOf(currency)
  yield [headers.map(header => textIn(language, `accountant.columns.${header}`))]
  for await (const page of entryPages(db, days))
    yield page.map(({ day, at, kind, amount, balance, note, user }) => {
      const figures = [decimalText(amount, decimals), decimalText(balance, decimals)]
      return [day, at, textIn(language, `cashbook.kinds.${cashWord({ kind, amount })}`), ...figures, guardText(note), guardText(user)]
    })
}
