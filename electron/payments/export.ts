import { paymentColumns } from '../../shared/payments/columns.ts'
import type { PaymentMethod } from '../../shared/payments/model.ts'
import { writeCsv } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { withSettlements } from './find.ts'
import * as queries from './queries.ts'

type Days = { from: string; to: string }

const atOnce = 500

/** What came in on these days and what went back, day by day. */
export async function exportPayments({ out, ...days }: Days & { out: string }, context: JobContext) {
  const { language, currency } = await settingsOf(context.db)
  const methodName = (method: PaymentMethod) => textIn(language, `payments.methods.${method}`)
  let written = 0
  async function* table() {
    yield paymentColumns.map(({ header }) => textIn(language, `payments.export.columns.${header}`))
    for await (const page of pages(days, context)) {
      written += page.length
      yield* page.map(payment => paymentColumns.map(({ value }) => value(payment, { currency, methodName })))
    }
  }
  await writeCsv(context.destination(out).path, table(), { delimiter: ',', byteOrderMark: true })
  return { rows: written }
}

async function* pages({ from, to }: Days, { db, checkCancelled, progress }: JobContext) {
  const { payments: total } = await queries.countBetween(db, from, to).executeTakeFirstOrThrow()
  let done = 0
  let after = { day: '', id: 0 }
  for (;;) {
    checkCancelled()
    const rows = await queries.between(db, from, to, after, atOnce).execute()
    const last = rows.at(-1)
    if (!last) return
    yield await withSettlements(db, rows)
    after = { day: last.day, id: last.id }
    done += rows.length
    progress({ done, total, perSecond: null })
  }
}
