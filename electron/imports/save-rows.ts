import { guardText } from '../../shared/csv/guard.ts'
import type { FileToken } from '../../shared/files/model.ts'
import type { ImportOutcome } from '../../shared/imports/model.ts'
import { writeCsv } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { importedRows } from './past.ts'

const rowsAtOnce = 500

/** The rows of one outcome: where each stood in the file, who it is about, and why. */
export async function saveRows(
  { import: id, outcome, out }: { import: number; outcome: ImportOutcome; out: FileToken },
  context: JobContext,
) {
  const { db, checkCancelled } = context
  const { language } = await settingsOf(db)
  const { total } = await importedRows(db, { import: id, outcome, offset: 0, limit: 1 })
  await writeCsv(context.destination(out).path, lines(), { delimiter: language === 'de' ? ';' : ',', byteOrderMark: true })
  return { rows: total }

  async function* lines() {
    yield [(['problemLine', 'importedContact', 'importedOutcome'] as const).map(column => textIn(language, `exportColumns.${column}`))]
    for (let offset = 0; offset < total; offset += rowsAtOnce) {
      checkCancelled()
      const { rows } = await importedRows(db, { import: id, outcome, offset, limit: rowsAtOnce })
      yield rows.map(({ line, name, reason }) => [
        String(line),
        guardText(name),
        textIn(language, reason ? `imports.reasons.${reason}` : `imports.done.${outcome}`),
      ])
    }
  }
}
