import type { Summary } from '../shared/operations/model.ts'
import type { Session } from '../shared/permissions.ts'
import { AppError } from '../shared/errors.ts'
import type { Connection } from './db/open.ts'
import { orderedIds, totalOf } from './contacts/ordering.ts'
import type { Context, OfferedPath } from './handlers.ts'
import type { Description } from './operations/engine.ts'

type Given = { session: Session; files: Record<string, OfferedPath> }

/** The context of a handler that runs on `connection`'s own thread. */
export const contextOf = (connection: Connection, { session, files }: Given, now: () => Date): Context => ({
  db: connection.db,
  dataFolder: connection.dataFolder,
  isDamaged: connection.isRescue,
  now,
  session,
  file: token => offeredFor('read', files[token]),
  destination: token => offeredFor('write', files[token]),
  lists: {
    order: wanted => orderedIds(connection, wanted, now()),
    total: wanted => totalOf(connection, wanted),
  },
})

/** What somebody named to be read is never written over, and the other way round. */
function offeredFor(purpose: OfferedPath['purpose'], offered: OfferedPath | undefined) {
  if (offered?.purpose !== purpose) throw new AppError('invalid', 'fileNotOffered')
  return offered
}

/** Takes down what a handler says about itself for the history. */
export function descriptionKeeper(keep: (description: Description) => void = () => undefined) {
  let kept: Description | null = null
  return {
    describe: (text: string, params: Summary['params'], contactId: number | null = null) => {
      kept = { text, params, contactId }
      keep(kept)
    },
    given: () => kept,
  }
}
