import type { calendarContract } from '../../shared/calendar/contract.ts'
import type { Handlers } from '../handlers.ts'
import { exportCalendar } from './export.ts'
import { closeFeed, listFeeds, openFeed, readFeed } from './feeds.ts'
import { importCalendar } from './import.ts'
import { previewCalendar } from './preview.ts'

export const calendarHandlers: Handlers<typeof calendarContract> = {
  'calendar.export': exportCalendar,
  'calendar.preview': previewCalendar,
  'calendar.import': importCalendar,
  'calendar.feeds': (_input, { db }) => listFeeds(db),
  'calendar.openFeed': openFeed,
  'calendar.readFeed': readFeed,
  'calendar.closeFeed': closeFeed,
}
