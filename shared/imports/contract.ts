import { z } from 'zod'
import { job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { ImportOptions, ImportPreview, ImportProblem, ImportResult, ImportRun } from './model.ts'

export const importsContract = {
  'imports.preview': report('contacts.import', ImportOptions, ImportPreview),
  'imports.run': job('contacts.import', ImportRun, ImportResult),
  'imports.problems': query(
    'contacts.import',
    z.strictObject({ import: z.int(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
    z.strictObject({ total: z.int(), problems: z.array(ImportProblem) }),
  ),
  /** The rows that failed, as they stood in the file, with the reasons in columns of their own. */
  'imports.saveProblems': job('contacts.import', z.strictObject({ import: z.int(), out: FileToken }), z.strictObject({ rows: z.int() })),
}
