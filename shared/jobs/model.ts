import { z } from 'zod'

/** How far a job is. `total` is null while nobody knows; `perSecond` is rows or items a second so far. */
export const Progress = z.strictObject({
  done: z.int(),
  total: z.int().nullable(),
  perSecond: z.number().nullable(),
})
export type Progress = Readonly<z.infer<typeof Progress>>

export const JobId = z.strictObject({ job: z.int() })

export const Job = z.strictObject({
  id: z.int(),
  call: z.string(),
  startedAt: z.string(),
  /** Begun by the clock: nobody waits for its end. */
  unattended: z.boolean(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: Progress.nullable(),
  /** A call's Result, once the job has ended. */
  result: z.unknown(),
})
export type Job = Readonly<z.infer<typeof Job>>
