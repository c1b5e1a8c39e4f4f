import { paymentColumns } from '../../shared/payments/columns.ts'
import type { PaymentMethod } from '../../shared/payments/model.ts'
import { writeTable } from '../files/csv-file.ts'
import type { Db } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { withSettlements } from './find.ts'
import * as queries from './queries.ts'

type Days = { from: string; to: string }

const atOnce = 500

/** What came in on these days and what went back, day by day. */
export async function exportPayments({ out, ...days }: Days & { out: string }, context: JobContext) {
  const { db, checkCancelled, progress } = context
  const { payments: total } = await queries.countBetween(db, days.from, days.to).executeTakeFirstOrThrow()
  let done = 0
  const table = paymentTable(db, days, count => {
    checkCancelled()
    done += count
    progress({ done, total, perSecond: null })
  })
  return writeTable(context.destination(out).path, table)
}

/** A row for each payment below their header. `step` hears of each page, how many there are in it, and may throw to end it. */
export async function* paymentTable(db: Db, days: Days, step: (count: number) => void) {
  const { language, currency } = await settingsOf(db)
  const methodName = (method: PaymentMethod) => textIn(language, `payments.methods.${method}`)
  yield [paymentColumns.map(({ header }) => textIn(language, `payments.export.columns.${header}`))]
  for await (const page of pages(db, days)) {
    step(page.length)
    yield page.map(payment => paymentColumns.map(({ value }) => value(payment, { currency, methodName })))
  }
}

async function* pages(db: Db, { from, to }: Days) {
  let after = { day: '', id: 0 }
  for (;;) {
    const rows = await queries.between(db, from, to, after, atOnce).execute()
    const last = rows.at(-1)
    if (!last) return
    yield await withSettlements(db, rows)
    after = { day: last.day, id: last.id }
  }
}
