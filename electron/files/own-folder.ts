import { AppError } from '../../shared/errors.ts'
import type { Context } from '../handlers.ts'

/** Where the shop's files lie. In memory there is nothing to lose, and nothing to look at. */
export function ownFolder({ dataFolder }: Pick<Context, 'dataFolder'>) {
  if (dataFolder === null) throw new AppError('storage', 'readOnly')
  return dataFolder
}
