import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { CalendarImport, CalendarPart, CalendarPreview, CalendarResult, Feed } from './model.ts'

const id = z.int().positive()

/** iCalendar (RFC 5545), in and out. */
export const calendarContract = {
  'calendar.export': job('appointments.read', z.strictObject({ out: FileToken, part: CalendarPart }), z.strictObject({ events: z.int() })),
  'calendar.preview': report('appointments.write', CalendarImport, CalendarPreview),
  'calendar.import': job('appointments.write', CalendarImport, CalendarResult),
  /** Their paths are empty: an address is shown once, when it is opened. */
  'calendar.feeds': query('settings.write', z.strictObject({}), z.array(Feed)),
  'calendar.openFeed': command('settings.write', z.strictObject({ staffId: id }), Feed),
  /** The calendar behind an open address. */
  'calendar.readFeed': report('appointments.read', z.strictObject({ key: z.string().max(100) }), z.string()),
  'calendar.closeFeed': command('settings.write', z.strictObject({ id }), z.null()),
}
