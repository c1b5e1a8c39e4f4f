import { z } from 'zod'
import { report } from '../call.ts'
import { Diagnostics, LogLine } from './model.ts'

export const diagnosticsContract = {
  /** How the shop's data and what keeps it are. */
  'diagnostics.state': report('settings.read', z.strictObject({}), Diagnostics),
  /** The last lines of the log, the newest first. Names, numbers and addresses were kept out of it when it was written. */
  'diagnostics.log': report(
    'settings.read',
    z.strictObject({ limit: z.int().min(1).max(1000).default(200) }),
    z.strictObject({ lines: z.array(LogLine) }),
  ),
}
