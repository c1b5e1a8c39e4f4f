import type { Generated, GeneratedAlways } from 'kysely'
import type { TaskKind, TaskOutcome, TaskPriority } from '../../shared/tasks/model.ts'

export type TaskTable = {
  id: Generated<number>
  kind: TaskKind
  title: string
  note: string
  /** A day, or a time on the shop's wall. */
  due: string | null
  priority: TaskPriority
  assigneeId: number | null
  contactId: number | null
  appointmentId: number | null
  documentId: number | null
  checklist: string
  rule: string | null
  repeatFrom: 'schedule' | 'done' | null
  /** What its rule gave it, wherever it was moved to. */
  occurrence: string | null
  /** The one after which it came by its rule. */
  previousId: number | null
  remindMinutes: number | null
  /** On the shop's wall. */
  remindAt: string | null
  snoozedUntil: string | null
  /** Where it stands in a list: until when it was put off, or when it is due. */
  at: GeneratedAlways<string>
  outcome: TaskOutcome | null
  doneAt: string | null
  doneBy: string | null
  user: string
  createdAt: string
  changedAt: string
}

/** What somebody said about a line of the day that is no task: done with it, or not before that day. */
export type TodayMarkTable = {
  id: Generated<number>
  kind: string
  contactId: number | null
  documentId: number | null
  dealId: number | null
  until: string
  doneAt: string | null
  user: string
}

/** Never part of the history: what was shown was shown, whatever is taken back. */
export type ReminderShownTable = { subject: string; at: string; shownAt: string }

export type TaskSchema = { task: TaskTable; todayMark: TodayMarkTable; reminderShown: ReminderShownTable }
