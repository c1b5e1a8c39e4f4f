import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { readText } from '../../shared/imports/cells.ts'
import type { ImportResult, ImportRun, ImportSettings } from '../../shared/imports/model.ts'
import type { Db } from '../db/schema.ts'
import { knownOf } from '../duplicates/knowledge.ts'
import type { JobContext } from '../handlers.ts'
import { todayOf } from '../settings/today.ts'
import { openReader, type Reader } from './chunks.ts'
import { rememberMapping } from './mappings.ts'
import { createOutcomeLog } from './outcomes.ts'
import { addOptions, checkDefaults, keyFieldOf, makeFields, ownColumnsOf, shopOf } from './own-fields.ts'
import { createProblemLog, removeOutdated, removeRun, type ProblemLog } from './problems.ts'
import * as queries from './queries.ts'
import { fewRowsAtOnce, rowsAtOnce, type Chunk, type ReadingPlan } from './rows.ts'
import { understand, type Understanding } from './understand.ts'
import { createImportWriter, type ImportWriter } from './writer.ts'

/** Milliseconds between two transactions: long enough for a waiting command to try again. */
const pause = 5

export async function runImport(input: ImportRun, context: JobContext): Promise<ImportResult> {
  const { db, sqlite, now } = context
  const file = context.file(input.file)
  const reader = openReader(sqlite, context.workerFile)
  try {
    const shop = await shopOf(db)
    const understood = await understand(file, input, shop)
    checkDefaults(input.defaults, shop)
    checkSpace(sqlite, understood.size)
    await removeOutdated(context)
    const made = await makeFields(understood.own, context)
    const own = ownColumnsOf(understood, input.onNewOption, made)
    const chunks = { own, keyField: keyFieldOf(input, own), rowsAtOnce: input.matchBy === 'alike' ? fewRowsAtOnce : rowsAtOnce }
    const plan = { ...planOf(understood, input, shop.country, await todayOf(db, now())), ...chunks }
    const result = await importFile(reader, understood, plan, input, file.name, context)
    context.describe('contactsImported', { count: result.created + result.updated, file: file.name })
    return result
  } finally {
    await reader.close()
  }
}

function planOf(
  understood: Understanding,
  { tags, defaults, fixes = [] }: ImportRun,
  country: string,
  today: string,
): Omit<ReadingPlan, 'own' | 'keyField' | 'rowsAtOnce'> {
  const { path, format, sheet, columns, encoding, delimiter, headers, headerLine, fields, dateOrders, isOwn } = understood
  return {
    path,
    format,
    sheet,
    columns,
    encoding,
    delimiter,
    headers,
    headerLine,
    fields,
    dateOrders,
    isOwn,
    country,
    defaults,
    tags: tags.map(readText),
    today,
    fixes,
  }
}

async function importFile(
  reader: Reader,
  understood: Understanding,
  plan: ReadingPlan,
  input: ImportRun,
  fileName: string,
  context: JobContext,
): Promise<ImportResult> {
  const { db, sqlite, transaction } = context
  const at = context.now().toISOString()
  reader.start(plan)
  const run = { startedAt: at, fileName, headers: JSON.stringify(plan.headers) }
  const { id } = await transaction(() => queries.begin(db, run).executeTakeFirstOrThrow())
  const log = createOutcomeLog(sqlite, id)
  const known = input.matchBy === 'alike' ? await knownOf(db) : null
  const { keyField } = plan
  const writer = createImportWriter(sqlite, log, { ...input, keyField, known, expectedRows: understood.sample.estimatedRows, at })
  try {
    const problems = createProblemLog(sqlite, id, plan.headers)
    const operation = await writeAll(reader, writer, problems, understood.size, context)
    const counts = { ...log.counts, incomplete: problems.incomplete(), failed: problems.failed() }
    const hasChanged = counts.created + counts.updated > 0 || understood.own.some(meaning => meaning?.isNew)
    const result = { operation: hasChanged ? operation : null, import: id, ...counts }
    const settings = settingsUsed(input, understood)
    await transaction(() => finish({ db, at: context.now().toISOString() }, result, settings, understood))
    return result
  } catch (error) {
    await removeRun(context, id)
    throw error
  } finally {
    writer.close()
  }
}

async function writeAll(reader: Reader, writer: ImportWriter, problems: ProblemLog, size: number, context: JobContext) {
  const startedAt = performance.now()
  let operation = 0
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    context.checkCancelled()
    const { failed, options } = chunk
    const current = chunk
    operation = await context.transaction(async operation => {
      writer.write(operation, current, reader.schema)
      problems.write(failed)
      if (options.length > 0) await addOptions(context.db, options)
      return operation
    })
    reader.done(chunk)
    context.progress(progressOf(chunk, size, performance.now() - startedAt))
    await wait(pause)
  }
  return operation
}

/** With what was guessed: the next file may look otherwise. */
function settingsUsed(
  { file: _file, fixes: _fixes, ...chosen }: ImportRun,
  { encoding, delimiter, hasHeader, sheet, fields }: Understanding,
): ImportSettings {
  return { ...chosen, encoding, delimiter, hasHeader, sheet: sheet ?? undefined, fields: [...fields] }
}

async function finish(
  { db, at }: { db: Db; at: string },
  result: ImportResult,
  settings: ImportSettings,
  { headers, fields, hasHeader }: Understanding,
) {
  const { operation, import: id, ...counts } = result
  const kept = { finishedAt: at, operationId: operation, settings: JSON.stringify(settings), counts: JSON.stringify(counts) }
  await queries.finish(db, id, kept).execute()
  if (hasHeader) await rememberMapping(db, headers, fields, at)
}

/** The rest of the file has rows as long as those that were read. */
function progressOf({ done, bytes, isLast }: Chunk, size: number, milliseconds: number) {
  const total = isLast ? done : Math.max(done, Math.round((done * size) / Math.max(1, bytes)))
  return { done, total, perSecond: milliseconds > 0 ? Math.round((done * 1000) / milliseconds) : null }
}

/** The database grows by up to three times the file, its log by as much again for a while. */
function checkSpace(sqlite: Database, size: number) {
  if (sqlite.memory) return
  const { bavail, bsize } = statfsSync(dirname(sqlite.name))
  if (bavail * bsize < size * 4) throw new AppError('storage', 'diskFull')
}
