import { defaultReminders, ReminderSettings } from '../../shared/reminders/model.ts'
import type { Db } from '../db/schema.ts'
import * as stored from '../settings/queries.ts'

const name = 'reminders'

export async function remindersOf(db: Db): Promise<ReminderSettings> {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  return ReminderSettings.parse({ ...defaultReminders, ...(row && (JSON.parse(row.value) as object)) })
}

export async function changeReminders(db: Db, changes: Partial<ReminderSettings>) {
  const value = JSON.stringify({ ...(await remindersOf(db)), ...changes })
  await stored.put(db, 'setting', [{ name, value }]).execute()
  return remindersOf(db)
}
