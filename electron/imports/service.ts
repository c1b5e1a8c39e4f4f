import type { importsContract } from '../../shared/imports/contract.ts'
import type { Handlers } from '../handlers.ts'
import { preview } from './preview.ts'
import { problemsOf } from './problems.ts'
import { runImport } from './run.ts'
import { saveProblems } from './save-problems.ts'

export const importHandlers: Handlers<typeof importsContract> = {
  'imports.preview': preview,
  'imports.run': runImport,
  'imports.problems': (input, { db }) => problemsOf(db, input),
  'imports.saveProblems': saveProblems,
}
