import { sql } from 'kysely'
import { priorities, TaskOutcome, taskKinds } from '../../../shared/tasks/model.ts'
import { choice, clientIn, staffIn } from './fields.ts'
import { count, instant, type Source } from './source.ts'

const isDone = sql<never>`task.doneAt is not null`
const day = sql`substr(task.due, 1, 10)`

export const tasks: Source<'tasks'> = {
  from: sql`task`,
  where: () => sql`true`,
  contact: 'task.contactId',
  dates: {
    // A day, or a time on the shop's wall.
    dueOn: { day, within: ({ from, to }) => sql`${day} between ${from} and ${to}` },
    createdOn: instant('task.createdAt'),
    doneOn: instant('task.doneAt'),
  },
  fields: {
    taskKind: choice(sql`task.kind`, 'tasks.kinds', taskKinds),
    priority: choice(sql`task.priority`, 'tasks.priority', priorities),
    staff: staffIn('task.assigneeId'),
    taskState: choice(sql`coalesce(task.outcome, 'open')`, 'builder.taskStates', ['open', ...TaskOutcome.options]),
    client: clientIn('task.contactId'),
  },
  figures: () => ({ tasks: sql`count(*)`, done: count(isDone), open: count(sql<never>`task.doneAt is null`) }),
}
