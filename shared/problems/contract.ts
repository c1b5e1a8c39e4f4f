import { z } from 'zod'
import { query } from '../call.ts'

export const stackAtMost = 4000

/** A bug of a page, as a browser describes it. */
export const Problem = z.strictObject({
  name: z.string().regex(/^\w{1,100}$/, { error: 'wrongType' }),
  message: z.string().max(stackAtMost, { error: 'tooLong' }),
  stack: z.string().max(stackAtMost, { error: 'tooLong' }),
})
export type Problem = z.infer<typeof Problem>

export const problemsContract = {
  /** Puts a bug of a page beside all others, into the log. */
  'problems.report': query('problems', Problem, z.null()),
}
