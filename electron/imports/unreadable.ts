import { AppError } from '../../shared/errors.ts'
import { codeOf } from '../db/failures.ts'

/** A failure of the disk in words; what has words already keeps them. */
export function unreadable(cause: unknown, name: string) {
  if (cause instanceof AppError) return cause
  const gone = codeOf(cause) === 'ENOENT'
  return gone ? new AppError('notFound', 'fileMissing', { name }, { cause }) : new AppError('storage', 'fileUnreadable', {}, { cause })
}
