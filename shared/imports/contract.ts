import { z } from 'zod'
import { job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { ImportedRow, ImportOptions, ImportOutcome, ImportPreview, ImportProblem, ImportResult, ImportRun, PastImport } from './model.ts'

export const importsContract = {
  'imports.preview': report('contacts.import', ImportOptions, ImportPreview),
  'imports.run': job('contacts.import', ImportRun, ImportResult),
  'imports.problems': query(
    'contacts.import',
    z.strictObject({ import: z.int(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
    z.strictObject({ total: z.int(), problems: z.array(ImportProblem) }),
  ),
  'imports.past': query('contacts.import', z.strictObject({ operation: z.int() }), PastImport),
  /** The rows of one outcome, in the file's order. */
  'imports.rows': query(
    'contacts.import',
    z.strictObject({
      import: z.int(),
      outcome: ImportOutcome,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ total: z.int(), rows: z.array(ImportedRow) }),
  ),
  'imports.saveRows': job(
    'contacts.import',
    z.strictObject({ import: z.int(), outcome: ImportOutcome, out: FileToken }),
    z.strictObject({ rows: z.int() }),
  ),
  /** The rows that failed, as they stood in the file, with the reasons in columns of their own. */
  'imports.saveProblems': job('contacts.import', z.strictObject({ import: z.int(), out: FileToken }), z.strictObject({ rows: z.int() })),
}
