import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../shared/errors.ts'
import { codeOf } from '../db/failures.ts'

/**
 * Writes beside the file that is wanted, and puts it there when it is complete: whatever goes wrong, no half file is left, and
 * what stood there before stays.
 */
export async function writeWhole(path: string, content: Buffer | string | AsyncIterable<unknown>, ...forms: Transform[]) {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    await pipeline([Readable.from(content), ...forms, createWriteStream(unfinished, { flush: true })])
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw explained(error)
  }
}

/** Where the disk refused, it was the folder that the user chose, not ours. */
function explained(cause: unknown) {
  const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EISDIR', 'ENOTDIR', 'EBUSY', 'ENAMETOOLONG'].includes(codeOf(cause))
  return refused ? new AppError('storage', 'destinationUnwritable', {}, { cause }) : cause
}
