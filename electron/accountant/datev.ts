import { columnLine, headOf, lineOf } from '../../shared/accountant/batch.ts'
import type { AccountantSettings } from '../../shared/accountant/model.ts'
import { inWindows1252 } from '../../shared/accountant/windows-1252.ts'
import { yearOf } from '../../shared/accountant/years.ts'
import { AppError } from '../../shared/errors.ts'
import { clockIn } from '../../shared/zone.ts'
import type { JobContext } from '../handlers.ts'
import type { Days } from '../invoices/export.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { bookingsIn } from './bookings.ts'
import { accountantOf } from './settings.ts'

/** More than that no program reads in one file. */
const bookingsAtMost = 99_999

/** The bookings of these days as the bytes of a file, line by line. */
export async function* batchOf(days: Days, { db, now, checkCancelled }: JobContext, counted: (rows: number) => void = () => undefined) {
  const { language, zone, currency } = await settingsOf(db)
  const settings = await accountantOf(db)
  const numbers = numbersOf(settings)
  if (numbers === null) throw new AppError('conflict', 'accountantNumbersWanted')
  refuseTwoYears(days, settings)
  const say = (word: string) => textIn(language, `accountant.bookings.${word}`)
  const line = (text: string) => inWindows1252(`${text}\r\n`)
  const createdAt = clockIn(zone).localOf(now().getTime()) + now().toISOString().slice(16, 23)
  yield line(headOf({ ...days, createdAt, name: say('batch'), currency }, { ...settings, ...numbers }))
  yield line(columnLine)
  let rows = 0
  for await (const booking of bookingsIn(db, days, { settings, say, step: checkCancelled })) {
    if (++rows > bookingsAtMost) throw new AppError('conflict', 'tooManyBookings')
    yield line(lineOf(booking))
  }
  counted(rows)
}

/** Whose bookings these are; null where nobody has said it. */
export const numbersOf = ({ consultant, client }: AccountantSettings) =>
  consultant === null || client === null ? null : { consultant, client }

/** Bookings say day and month; the year is that of the file. */
function refuseTwoYears({ from, to }: Days, { yearBegins }: AccountantSettings) {
  if (yearOf(from, yearBegins) !== yearOf(to, yearBegins)) throw new AppError('invalid', 'twoBusinessYears')
}
