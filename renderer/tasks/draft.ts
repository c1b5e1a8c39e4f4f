import type { Input } from '../../shared/contract.ts'
import type { Repeats, Task, TaskKind, TaskPriority } from '../../shared/tasks/model.ts'
import { dayOf, timeOf } from '../../shared/tasks/rules.ts'
import type { Editing } from './work.ts'

export const repeatRules = {
  none: '',
  daily: 'FREQ=DAILY',
  weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
} as const

/** Minutes before its time; nothing is never. */
export const reminderChoices = ['', '0', '10', '30', '60', '120', '1440', '2880'] as const

export type TaskDraft = {
  kind: TaskKind
  title: string
  note: string
  day: string
  time: string
  priority: TaskPriority
  assigneeId: string
  rule: string
  fromDone: boolean
  remind: string
  checklist: { text: string; done: boolean }[]
}

export function draftOf({ task, begun }: Editing): TaskDraft {
  const from: Partial<Task> = { ...begun, ...task }
  return {
    kind: from.kind ?? 'todo',
    title: from.title ?? '',
    note: from.note ?? '',
    day: from.due ? dayOf(from.due) : '',
    time: (from.due && timeOf(from.due)) ?? '',
    priority: from.priority ?? 'normal',
    assigneeId: String(from.assigneeId ?? ''),
    rule: from.repeats?.rule ?? '',
    fromDone: from.repeats?.from === 'done',
    remind: from.remindMinutes === null ? '' : String(from.remindMinutes ?? 10),
    checklist: (from.checklist ?? []).map(step => ({ ...step })),
  }
}

/** As the call takes it; a time without a day is that of today. */
export function fieldsOf(draft: TaskDraft, contactId: number | null, today: string): Input<'tasks.create'> {
  const { kind, title, note, priority } = draft
  const day = draft.day || (draft.time ? today : '')
  const repeats: Repeats | null = draft.rule ? { rule: draft.rule, from: draft.fromDone ? 'done' : 'schedule' } : null
  return {
    ...{ kind, title, note, priority, contactId, repeats },
    due: day ? (draft.time ? `${day}T${draft.time}` : day) : null,
    assigneeId: draft.assigneeId ? Number(draft.assigneeId) : null,
    remindMinutes: draft.remind === '' ? null : Number(draft.remind),
    checklist: draft.checklist.filter(({ text }) => text.trim() !== ''),
  }
}
