import type { JobContext } from '../handlers.ts'
import type { Days } from '../invoices/export.ts'
import { settingsOf } from '../settings/service.ts'
import { dayIn, textIn } from '../texts.ts'
import type { Counts } from './papers.ts'
import * as queries from './queries.ts'

/** What lies in the zip file, in words for whoever opens it, and how it is seen that nothing of it was changed. */
export async function aboutIt(days: Days, { db, now }: JobContext, counts: Counts, hasBookings: boolean): Promise<string> {
  const { businessName, language } = await settingsOf(db)
  const say = (key: string, params: Record<string, string | number> = {}) => textIn(language, `accountant.about.${key}`, params)
  const name = (key: string) => textIn(language, `accountant.files.${key}`)
  const period = { from: dayIn(language, days.from), to: dayIn(language, days.to) }
  const ends = await queries.chainEnds(db, days.to).execute()
  const lines = [
    ...[businessName, say('period', period), say('made', { day: dayIn(language, now().toISOString().slice(0, 10)) }), ''],
    ...(['documents', 'lines', 'payments', 'cashbook', 'taxes'] as const).map(key => `${name(key)}.csv: ${say(key)}`),
    `${name('papers')}: ${say('papers', { count: counts.documents })}`,
    `${name('einvoices')}: ${say('einvoices')}`,
    ...(counts.withoutEInvoice > 0 ? [say('withoutEInvoice', { count: counts.withoutEInvoice })] : []),
    ...(hasBookings ? [`DATEV: ${say('bookings')}`] : []),
    ...[`SHA256SUMS.txt: ${say('hashes')}`, ''],
    ...(ends.length > 0 ? [say('chain'), ...ends.map(({ number, hash }) => `${number}: ${hash}`)] : []),
  ]
  return lines.map(line => `${line}\r\n`).join('')
}
