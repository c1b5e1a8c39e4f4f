import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'
import { withItems } from './read.ts'

/** Letters that were sent to a client. */
export const reminderSource: Source = {
  name: 'reminder',
  kinds: ['invoice'],
  async entries(db, { contactId, below, limit }) {
    const rows = await queries.ofContact(db, contactId, below, limit).execute()
    const reminders = await withItems(db, rows)
    return reminders.map(reminder => ({ source: 'reminder', id: reminder.id, at: reminder.at, reminder }))
  },
}
