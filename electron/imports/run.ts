import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import type { ImportResult, ImportRun } from '../../shared/imports/model.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { chunksOf } from './chunks.ts'
import { createProblemLog, removeOutdated, removeRun } from './problems.ts'
import * as queries from './queries.ts'
import type { Chunk, ReadingPlan } from './rows.ts'
import { understand, type Understanding } from './understand.ts'
import { createImportWriter } from './writer.ts'

/** A transaction of this many rows holds others up for less than half a second. */
const rowsAtOnce = 10_000
/** Between two transactions, in milliseconds: long enough for a waiting command to try again. */
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
    const result = await writeChunks(chunksOf(plan, context.workerFile), understood, input, id, context)
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

async function writeChunks(
  chunks: AsyncIterable<Chunk>,
  { sample, size, headers }: Understanding,
  { onMatch }: ImportRun,
  id: number,
  context: JobContext,
) {
  const { sqlite, transaction, checkCancelled } = context
  const startedAt = context.now().getTime()
  const writer = createImportWriter(sqlite, { onMatch, expectedRows: sample.estimatedRows, at: new Date(startedAt).toISOString() })
  let operation = 0
  let failed = 0
  try {
    const problems = createProblemLog(sqlite, id, headers)
    for await (const chunk of chunks) {
      checkCancelled()
      operation = await transaction(operation => {
        writer.write(operation, chunk.rows)
        problems.write(chunk.failed)
        return operation
      })
      failed = problems.failed()
      context.progress(progressOf(chunk, size, context.now().getTime() - startedAt))
      await wait(pause)
    }
  } finally {
    writer.close()
  }
  const { created, updated } = writer.counts
  return { operation: created + updated > 0 ? operation : null, import: id, ...writer.counts, failed }
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
