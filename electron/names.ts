import { AppError, type Reason } from '../shared/errors.ts'
import { fold } from '../shared/text.ts'

type Named = Readonly<{ id: number; name: string; archivedAt: string | null }>

/** Among those that are not archived, each name stands once, however it is written. */
export function refuseTaken(all: readonly Named[], name: string, own: number | null, reason: Reason) {
  const other = all.find(one => one.archivedAt === null && one.id !== own && fold(one.name) === fold(name))
  if (other) throw new AppError('conflict', reason, { name: other.name })
}
