import { z } from 'zod'
import { command, query } from '../call.ts'
import { CalendarDate } from '../time.ts'
import {
  Completed,
  Completion,
  Due,
  NewTask,
  Task,
  TaskChange,
  TaskCounts,
  QuickTask,
  TaskId,
  TaskQuestion,
  Understood,
  Words,
} from './model.ts'

const ids = z.array(z.int().positive()).min(1).max(500, { error: 'tooMany' })

export const tasksContract = {
  'tasks.list': query('tasks.read', TaskQuestion, z.array(Task)),
  /** Open ones with a time, on the days from one to before the other: what a calendar shows beside visits. */
  'tasks.between': query('tasks.read', z.strictObject({ from: CalendarDate, to: CalendarDate }), z.array(Task)),
  'tasks.counts': query('tasks.read', TaskQuestion.pick({ assigneeId: true }), TaskCounts),
  'tasks.get': query('tasks.read', TaskId, Task),
  'tasks.create': command('tasks.write', NewTask, Task),
  /** `call Anna tomorrow 9:30 about the quote` */
  'tasks.quick': command('tasks.write', QuickTask, z.strictObject({ task: Task, candidates: Understood.shape.candidates })),
  /** The same, without writing anything down. */
  'tasks.understand': query('tasks.read', Words, Understood),
  'tasks.change': command('tasks.write', TaskChange, Task),
  /** Done: with its outcome, what the contact's timeline says about it, the next one by its rule, and what follows. */
  'tasks.complete': command('tasks.write', Completion, Completed),
  /** Open again; the next one that its rule had brought is gone again where nobody has touched it. */
  'tasks.reopen': command('tasks.write', TaskId, Task),
  /** Not before then; a time is reminded of. */
  'tasks.snooze': command('tasks.write', TaskId.extend({ until: Due }), Task),
  /** All of them to another day; those with a time keep it. */
  'tasks.move': command('tasks.write', z.strictObject({ ids, day: CalendarDate }), z.strictObject({ tasks: z.int() })),
  'tasks.remove': command('tasks.write', z.strictObject({ ids }), z.strictObject({ tasks: z.int() })),
}
