import { shell } from 'electron'
import { AppError } from '../../shared/errors.ts'
import type { FileToken } from '../../shared/files/model.ts'
import type { Result } from '../../shared/call.ts'
import type { Offers } from '../files/offers.ts'

/** By the program that the system has for PDFs, which knows its printers better than we do. */
export async function printOutside(token: FileToken, printouts: ReadonlySet<FileToken>, offers: Offers): Promise<Result> {
  // What a person has named to be saved is theirs to open.
  if (!printouts.has(token)) throw new AppError('invalid', 'fileNotOffered')
  const { path, name } = offers.pathOf(token)
  if ((await shell.openPath(path)) !== '') throw new AppError('notFound', 'fileNotOpened', { name })
  return { ok: true, value: null }
}
