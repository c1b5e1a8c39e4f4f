import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Client } from '../../shared/appointments/model.ts'
import type { Due, FollowUp, NewTask, Task, TaskKind, TaskOutcome } from '../../shared/tasks/model.ts'

export type Said = { kind: TaskKind; outcome: TaskOutcome; note: string; followUp: FollowUp | null }
type Done = Promise<{ operation: number | null }>

/** What somebody is about to say how it came out. */
export type Completing = Readonly<{
  title: string
  client: Client | null
  kind: TaskKind
  /** Whether it was a call or a letter is said with it: a task knows. */
  kinds: readonly TaskKind[]
  finish(said: Said): Done
}>
/** What somebody is about to put off. */
export type Snoozing = Readonly<{ title: string; withTime: boolean; put(until: Due): Done }>
export type Editing = Readonly<{ task: Task | null; begun?: Partial<NewTask>; client?: Client | null }>

/** The task that somebody is at, wherever they are in the app: its dialogs belong to the window. */
export const useTaskWork = defineStore('taskWork', () => {
  const editing = shallowRef<Editing | null>(null)
  const completing = shallowRef<Completing | null>(null)
  const snoozing = shallowRef<Snoozing | null>(null)
  return { editing, completing, snoozing }
})
