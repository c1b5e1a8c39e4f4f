import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import type { ImportResult, ImportRun } from '../../shared/imports/model.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { openChunks, type Chunks } from './chunks.ts'
import { createProblemLog, removeOutdated, removeRun, type ProblemLog } from './problems.ts'
import * as queries from './queries.ts'
import type { Chunk, ReadingPlan } from './rows.ts'
import { understand, type Understanding } from './understand.ts'
import { createImportWriter, type ImportWriter } from './writer.ts'

const rowsAtOnce = 1000
/** Milliseconds for which a transaction takes further rows: others cannot write meanwhile. The longer, the quicker the import. */
const transactionTime = 300
/** Milliseconds between two transactions: long enough for a waiting command to try again. */
const pause = 5

export async function runImport(input: ImportRun, context: JobContext): Promise<ImportResult> {
  const { db, sqlite, now } = context
  const file = context.file(input.file)
  const { country } = await settingsOf(db)
  const understood = understand(file, input, country)
  checkSpace(sqlite, understood.size)
  await removeOutdated(context)

  const startedAt = now()
  const run = { startedAt: startedAt.toISOString(), fileName: file.name, headers: JSON.stringify(understood.headers) }
  const { id } = await context.transaction(() => queries.begin(db, run).executeTakeFirstOrThrow())
  try {
    const plan = planOf(understood, input, country, startedAt)
    const result = await writeFile(plan, understood, input, id, context)
    await context.transaction(() => queries.finish(db, id, now().toISOString()).execute())
    context.describe('contactsImported', { count: result.created + result.updated, file: file.name })
    return result
  } catch (error) {
    await removeRun(context, id)
    throw error
  }
}

const planOf = (understood: Understanding, { tags }: ImportRun, country: string, startedAt: Date): ReadingPlan => {
  const { path, encoding, delimiter, headers, headerLine, fields, dateOrders } = understood
  const at = startedAt.toISOString()
  return {
    path,
    encoding,
    delimiter,
    headers,
    headerLine,
    fields,
    dateOrders,
    country,
    tags,
    at,
    rowsAtOnce,
    thisYear: startedAt.getFullYear(),
  }
}

async function writeFile(plan: ReadingPlan, { sample, size }: Understanding, { onMatch }: ImportRun, id: number, context: JobContext) {
  const { sqlite, transaction, checkCancelled } = context
  const writer = createImportWriter(sqlite, { onMatch, expectedRows: sample.estimatedRows, at: plan.at })
  const problems = createProblemLog(sqlite, id, plan.headers)
  const chunks = openChunks(plan, context.workerFile)
  const startedAt = performance.now()
  let operation = 0
  try {
    for (let chunk = await chunks.next(); chunk; chunk = await chunks.next()) {
      checkCancelled()
      const first = chunk
      const last = await transaction(id => {
        operation = id
        return writeSome(id, first, chunks, writer, problems)
      })
      context.progress(progressOf(last, size, performance.now() - startedAt))
      await wait(pause)
    }
  } finally {
    await chunks.close()
    writer.close()
  }
  const { created, updated } = writer.counts
  return { operation: created + updated > 0 ? operation : null, import: id, ...writer.counts, failed: problems.failed() }
}

/** As many chunks as have been read already and fit into one transaction. Returns the last one. */
async function writeSome(operation: number, first: Chunk, chunks: Chunks, writer: ImportWriter, problems: ProblemLog) {
  const until = performance.now() + transactionTime
  let last = first
  writer.begin()
  for (let chunk: Chunk | null = first; chunk; chunk = performance.now() < until ? await chunks.ready() : null) {
    writer.write(operation, chunk.rows)
    problems.write(chunk.failed)
    last = chunk
  }
  writer.finish(operation)
  return last
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
