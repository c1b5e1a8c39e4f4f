import { AppError } from '../../shared/errors.ts'

/** SQLite's codes are stable, its messages are not: nothing here looks at a message. */
export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

export const isBusy = (error: unknown) => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))

/** What a person can do something about becomes an AppError, everything else stays the bug it is. */
export function explainStorage(error: unknown) {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new AppError('storage', 'diskFull', {}, { cause: error })
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code) || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new AppError('storage', 'readOnly', {}, { cause: error })
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new AppError('storage', 'databaseBroken', {}, { cause: error })
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_CANTOPEN_') || code === 'EISDIR') {
    return new AppError('storage', 'databaseUnopenable', {}, { cause: error })
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new AppError('storage', 'diskFailing', {}, { cause: error })
  if (isBusy(error)) return new AppError('busy', 'busy', {}, { cause: error })
  return error
}
