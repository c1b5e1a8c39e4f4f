import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { NewSchedule, Schedule, ScheduleChange } from './model.ts'

const id = z.int().positive()

export const schedulesContract = {
  /** In the order in which they were made. */
  'schedules.list': query('reports.read', z.strictObject({}), z.array(Schedule)),
  /** `out` is a folder: files are written there from then on, the first one when it is due. */
  'schedules.create': job('reports.write', NewSchedule, Schedule),
  'schedules.change': job('reports.write', ScheduleChange, Schedule),
  /** What is due meanwhile is not made up for. */
  'schedules.pause': command('reports.write', z.strictObject({ id, paused: z.boolean() }), Schedule),
  'schedules.remove': command('reports.write', z.strictObject({ id }), z.null()),
  /** Writes one now, whenever it is due. */
  'schedules.run': job('reports.write', z.strictObject({ id }), z.strictObject({ file: z.string(), folder: z.string() })),
  /** Which of them wait to be written. A report, because it looks for folders, and a network may keep one waiting for its own. */
  'schedules.due': report('reports.read', z.strictObject({}), z.array(z.strictObject({ id: z.int() }))),
  /** Writes all that are due; what goes wrong with one is told in the list, and keeps no other from being written. */
  'schedules.runDue': job('reports.write', z.strictObject({}), z.strictObject({ written: z.int(), failed: z.int() })),
}
