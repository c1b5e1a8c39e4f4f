import type { z } from 'zod'
import { voucherColumns } from '../../shared/vouchers/columns.ts'
import type { vouchersContract } from '../../shared/vouchers/contract.ts'
import { todayOf } from '../settings/today.ts'
import { writeTable } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { asVouchers } from './find.ts'
import * as queries from './queries.ts'

type Wanted = z.output<(typeof vouchersContract)['exports.vouchers']['input']>

const atOnce = 500

export async function exportVouchers({ out, ...filter }: Wanted, context: JobContext) {
  const { language } = await settingsOf(context.db)
  const word = (part: string) => (key: string) => textIn(language, `vouchers.${part}.${key}`)
  const words = { kind: word('kinds'), state: word('states') }
  async function* table() {
    yield [voucherColumns.map(({ header }) => word('columns')(header))]
    for await (const page of pages(filter, context)) yield page.map(voucher => voucherColumns.map(({ value }) => value(voucher, words)))
  }
  return writeTable(context.destination(out).path, table())
}

async function* pages(filter: Omit<Wanted, 'out'>, { db, now, checkCancelled, progress }: JobContext) {
  const today = await todayOf(db, now())
  const { vouchers: total } = await queries.count(db, filter, today).executeTakeFirstOrThrow()
  let [done, after] = [0, 0]
  for (;;) {
    checkCancelled()
    const ids = (await queries.after(db, filter, today, after, atOnce).execute()).map(({ id }) => id)
    if (ids.length === 0) return
    yield (await asVouchers(db, await queries.byIds(db, ids).execute(), today)).toReversed()
    after = ids.at(-1)!
    done += ids.length
    progress({ done, total, perSecond: null })
  }
}
