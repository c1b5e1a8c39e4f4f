import { spreadsheetFormOf } from '../../shared/csv/form.ts'
import { guardText } from '../../shared/csv/guard.ts'
import type { FileToken } from '../../shared/files/model.ts'
import type { ImportOutcome } from '../../shared/imports/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import { writeTable } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { importedRows } from './past.ts'

type Wanted = { import: number; outcome: ImportOutcome }

const rowsAtOnce = 500

/** The rows of one outcome: where each stood in the file, who it is about, and why. */
export async function saveRows({ out, ...wanted }: Wanted & { out: FileToken }, context: JobContext) {
  const { language, country } = await settingsOf(context.db)
  return writeTable(context.destination(out).path, table(wanted, language, context), spreadsheetFormOf(country))
}

async function* table(wanted: Wanted, language: Language, { db, checkCancelled }: JobContext) {
  yield [(['problemLine', 'importedContact', 'importedOutcome'] as const).map(column => textIn(language, `exportColumns.${column}`))]
  for (let offset = 0; ; offset += rowsAtOnce) {
    checkCancelled()
    const { total, rows } = await importedRows(db, { ...wanted, offset, limit: rowsAtOnce })
    yield rows.map(({ line, name, reason }) => [
      String(line),
      guardText(name),
      textIn(language, reason ? `imports.reasons.${reason}` : `imports.done.${wanted.outcome}`),
    ])
    if (offset + rowsAtOnce >= total) return
  }
}
