import type { importsContract } from '../../shared/imports/contract.ts'
import type { Handlers } from '../handlers.ts'
import { importedRows, pastImport } from './past.ts'
import { preview } from './preview.ts'
import { problemsOf } from './problems.ts'
import { runImport } from './run.ts'
import { saveRows } from './save-rows.ts'
import { saveProblems } from './save-problems.ts'

export const importHandlers: Handlers<typeof importsContract> = {
  'imports.preview': preview,
  'imports.run': runImport,
  'imports.past': ({ operation }, { db }) => pastImport(db, operation),
  'imports.rows': (input, { db }) => importedRows(db, input),
  'imports.saveRows': saveRows,
  'imports.problems': (input, { db }) => problemsOf(db, input),
  'imports.saveProblems': saveProblems,
}
