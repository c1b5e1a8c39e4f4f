import { z } from 'zod'
import { Client } from '../appointments/model.ts'
import { CalendarDate, Instant, LocalDateTime } from '../time.ts'

const id = z.int().positive()

export const taskKinds = ['call', 'email', 'meeting', 'todo'] as const
export const TaskKind = z.enum(taskKinds)
export type TaskKind = z.infer<typeof TaskKind>

/** The less urgent first. */
export const priorities = ['normal', 'high', 'urgent'] as const
export type TaskPriority = (typeof priorities)[number]

/** How it came out, by the kind of task: the first is the usual one. */
export const taskOutcomes = {
  call: ['reached', 'messageLeft', 'noAnswer', 'noInterest'],
  email: ['sent', 'noInterest'],
  meeting: ['held', 'missed', 'cancelled', 'noInterest'],
  todo: ['done', 'dropped'],
} as const satisfies Record<TaskKind, readonly string[]>
export const TaskOutcome = z.enum([
  ...taskOutcomes.call,
  ...taskOutcomes.email.slice(0, 1),
  ...taskOutcomes.meeting.slice(0, 3),
  ...taskOutcomes.todo,
])
export type TaskOutcome = z.infer<typeof TaskOutcome>

/** A day, or a time on the shop's wall. As texts they stand in their order, a day before its times. */
export const Due = z.union([CalendarDate, LocalDateTime]).refine(due => due >= '2000' && due < '2200', { error: 'dueTooFar' })
export type Due = z.infer<typeof Due>

/** `schedule`: the next one is due when the rule says. `done`: so long after this one was done. */
export const Repeats = z.strictObject({
  rule: z.string().trim().min(1).max(300, { error: 'tooLong' }),
  from: z.enum(['schedule', 'done']).default('schedule'),
})
export type Repeats = Readonly<z.infer<typeof Repeats>>

const Step = z.strictObject({ text: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'tooLong' }), done: z.boolean() })

const fields = {
  kind: TaskKind,
  title: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'tooLong' }),
  note: z.string().trim().max(5000, { error: 'tooLong' }),
  due: Due.nullable(),
  priority: z.enum(priorities),
  assigneeId: id.nullable(),
  contactId: id.nullable(),
  appointmentId: id.nullable(),
  documentId: id.nullable(),
  checklist: z.array(Step).max(50, { error: 'tooMany' }),
  repeats: Repeats.nullable(),
  /** How long before its time somebody is reminded; null for no reminder. */
  remindMinutes: z.int().min(0).max(20_160).nullable(),
}

export const TaskFields = z.strictObject(fields)
export type TaskFields = Readonly<z.infer<typeof TaskFields>>

/** Without a word about it, what has a time is reminded of as long before as the shop has set. */
export const NewTask = z.strictObject({
  title: fields.title,
  kind: fields.kind.default('todo'),
  note: fields.note.default(''),
  due: fields.due.default(null),
  priority: fields.priority.default('normal'),
  assigneeId: fields.assigneeId.default(null),
  contactId: fields.contactId.default(null),
  appointmentId: fields.appointmentId.default(null),
  documentId: fields.documentId.default(null),
  checklist: fields.checklist.default([]),
  repeats: fields.repeats.default(null),
  remindMinutes: fields.remindMinutes.optional(),
})
export type NewTask = Readonly<z.infer<typeof NewTask>>

export const TaskId = z.strictObject({ id })
export const TaskChange = TaskFields.partial().extend(TaskId.shape)
export type TaskChange = Readonly<z.infer<typeof TaskChange>>

export const Task = TaskFields.extend({
  id: z.int(),
  /** It is not asked for before. */
  snoozedUntil: z.string().nullable(),
  remindAt: LocalDateTime.nullable(),
  outcome: TaskOutcome.nullable(),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  user: z.string(),
  createdAt: Instant,
  changedAt: Instant,
  client: Client.nullable(),
  assignee: z.string(),
  /** The number of the document it is about. */
  documentNumber: z.string().nullable(),
})
export type Task = Readonly<z.infer<typeof Task>>

/** What comes next with the same contact, in the same step. */
export const FollowUp = z.strictObject({ kind: fields.kind.default('call'), title: fields.title.optional(), due: Due })
export type FollowUp = Readonly<z.infer<typeof FollowUp>>

export const Completion = TaskId.extend({
  /** Left out: the usual one. */
  outcome: TaskOutcome.optional(),
  /** What was said; it goes into the contact's timeline. */
  note: fields.note.default(''),
  durationMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .nullable()
    .default(null),
  followUp: FollowUp.nullable().default(null),
})
export type Completion = Readonly<z.infer<typeof Completion>>
export const Completed = z.strictObject({
  task: Task,
  /** The next one by its rule. */
  next: Task.nullable(),
  followUp: Task.nullable(),
  /** What stands in the contact's timeline about it. */
  activityId: z.int().nullable(),
})
export type Completed = Readonly<z.infer<typeof Completed>>

export const taskLists = ['today', 'overdue', 'week', 'later', 'all', 'done'] as const
export type TaskList = (typeof taskLists)[number]

export const TaskQuestion = z.strictObject({
  list: z.enum(taskLists).default('all'),
  /** Theirs alone: somebody's own list. */
  assigneeId: id.nullable().default(null),
  contactId: id.nullable().default(null),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
})
export type TaskQuestion = Readonly<z.infer<typeof TaskQuestion>>

/** How many are open; `today` has the overdue ones too. */
export const TaskCounts = z.strictObject({ overdue: z.int(), today: z.int(), week: z.int(), all: z.int() })
export type TaskCounts = Readonly<z.infer<typeof TaskCounts>>

const Person = z.strictObject({ id: z.int(), name: z.string() })

/** A sentence as it was understood: shown while it is typed. */
export const Understood = z.strictObject({
  kind: fields.kind,
  title: z.string(),
  due: z.string().nullable(),
  priority: fields.priority,
  assignee: Person.nullable(),
  repeats: Repeats.nullable(),
  /** Whom it is about, where that is one person alone. */
  contact: Person.nullable(),
  /** Whom it may be about, where there are several: nobody is guessed. */
  candidates: z.array(Person),
})
export type Understood = Readonly<z.infer<typeof Understood>>

export const Words = z.strictObject({ text: z.string().trim().min(1, { error: 'required' }).max(300, { error: 'tooLong' }) })
/** Without a word about the contact, it is the one who was understood; null is nobody. */
export const QuickTask = Words.extend({ contactId: id.nullable().optional(), appointmentId: id.nullable().default(null) })
export type QuickTask = Readonly<z.infer<typeof QuickTask>>
