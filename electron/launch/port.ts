import { AppError } from '../../shared/errors.ts'

/** The port that somebody typed; 0 is any that is free. */
export function chosenPort(typed: string) {
  const port = Number(typed)
  if (!/^\d{1,5}$/.test(typed) || port > 65_535) throw new AppError('invalid', 'portInvalid', { port: typed })
  return port
}
