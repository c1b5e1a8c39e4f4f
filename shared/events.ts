import type { Job } from './jobs/model.ts'
import type { Taken } from './reminders/model.ts'

/** What the main process tells its windows without being asked. */
export type AppEvent =
  | { type: 'changed'; tables: readonly string[] }
  | { type: 'job'; job: Job }
  /** Whoever can show reminders takes them. */
  | { type: 'remindersDue' }
  /** Taken for the window, which shows them itself. */
  | { type: 'reminders'; taken: Taken }
  /** Somebody wants to see this task, outside of the window. */
  | { type: 'openTask'; id: number }
  /** Other data has taken the place of what was there: whatever a window has read is of yesterday. */
  | { type: 'reopened' }
