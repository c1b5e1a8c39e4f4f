import { z } from 'zod'
import { command, query } from '../call.ts'
import { NextReminder, ReminderSettings, Taken } from './model.ts'

export const remindersContract = {
  /** When there is something to show: what waits already is due now. */
  'reminders.next': query('tasks.read', z.strictObject({}), NextReminder),
  /** What is to be shown now. Whoever takes it shows it: nobody gets it again. */
  'reminders.take': command('tasks.read', z.strictObject({}), Taken),
  'reminders.settings': query('settings.read', z.strictObject({}), ReminderSettings),
  'reminders.changeSettings': command('settings.write', ReminderSettings.partial(), ReminderSettings),
}
