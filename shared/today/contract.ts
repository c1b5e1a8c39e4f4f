import { z } from 'zod'
import { command, query } from '../call.ts'
import { Today, TodayDone, TodaySnooze } from './model.ts'

export const todayContract = {
  /** Whom to call and what to do, with the reason for each. */
  'today.list': query('tasks.read', z.strictObject({ assigneeId: z.int().positive().nullable().default(null) }), Today),
  /** For lines that are no tasks: those are completed. */
  'today.done': command('tasks.write', TodayDone, z.null()),
  'today.snooze': command('tasks.write', TodaySnooze, z.null()),
}
