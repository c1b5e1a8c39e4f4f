import type { Job } from './jobs/model.ts'

/** What the main process tells its windows without being asked. */
export type AppEvent =
  | { type: 'changed'; tables: readonly string[] }
  | { type: 'job'; job: Job }
  /** Other data has taken the place of what was there: whatever a window has read is of yesterday. */
  | { type: 'reopened' }
