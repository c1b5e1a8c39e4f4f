import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { AppError } from '../../shared/errors.ts'
import { codeOf } from '../db/failures.ts'

type Form = { delimiter: string; byteOrderMark: boolean }

/**
 * Writes rows as RFC 4180 has it, beside the file that is wanted, and puts it there when it is complete: whatever goes wrong,
 * no half file is left, and what stood there before stays.
 */
export async function writeCsv(path: string, rows: AsyncIterable<string[]>, { delimiter, byteOrderMark }: Form) {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  // A line break inside a cell needs quotes, whichever it is; so do blanks that a reader might take off.
  const form = stringify({ delimiter, bom: byteOrderMark, record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ })
  try {
    await pipeline(Readable.from(rows), form, createWriteStream(unfinished, { flush: true }))
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
