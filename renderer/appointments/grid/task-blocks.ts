import type { Calendar } from '@event-calendar/core'
import type { Task } from '../../../shared/tasks/model.ts'
import { standsAt } from '../../../shared/tasks/rules.ts'
import { taskFaces } from '../../tasks/faces.ts'
import type { Filters } from '../place.ts'
import { plusMinutes } from '../walls.ts'
import { drawn, nowhere, still } from './blocks.ts'

/** A task takes no time that anybody could be booked in: it is drawn as long as its words need. */
const minutes = 30

/** Whoever looks at some of the staff sees the tasks of these. */
export const tasksOf = (tasks: readonly Task[], { staff }: Pick<Filters, 'staff'>) =>
  tasks.filter(({ assigneeId }) => staff.length === 0 || (assigneeId !== null && staff.includes(assigneeId)))

export const endOf = (task: Task) => plusMinutes(standsAt(task)!, minutes)

/** In the column of whoever does it. Where one person works, what is nobody's is theirs. */
export function columnOfTask({ assigneeId }: Pick<Task, 'assigneeId'>, columns: readonly string[]) {
  const own = String(assigneeId)
  if (assigneeId !== null && columns.includes(own)) return own
  const [only, ...more] = columns.filter(key => key !== nowhere)
  return only !== undefined && more.length === 0 ? only : nowhere
}

export const taskBlocks = (tasks: readonly Task[], columns: readonly string[]): Calendar.EventInput[] =>
  tasks.map(task =>
    drawn(
      { type: 'task', task },
      {
        id: `task-${task.id}`,
        resourceIds: [columnOfTask(task, columns)],
        start: standsAt(task)!,
        end: endOf(task),
        classNames: ['task', `tone-${taskFaces[task.kind].tone}`],
        ...still,
      },
    ),
  )
