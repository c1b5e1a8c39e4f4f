import { AppError } from '../../shared/errors.ts'
import { codeOf } from '../db/failures.ts'

export function unreadable(cause: unknown, name: string) {
  const gone = codeOf(cause) === 'ENOENT'
  return gone ? new AppError('notFound', 'fileMissing', { name }, { cause }) : new AppError('storage', 'fileUnreadable', {}, { cause })
}
