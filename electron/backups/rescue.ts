import type { Failure } from '../../shared/errors.ts'
import { AppError } from '../../shared/errors.ts'
import type { App, AppOptions } from '../app.ts'
import { headOf } from '../db/file.ts'
import { databaseFile, openDatabase } from '../db/open.ts'
import { createDispatch, type RunCall } from '../dispatch.ts'
import { createOffers } from '../files/offers.ts'
import { hub } from '../hub.ts'
import { openLanes } from '../jobs/lanes.ts'
import { createRunner } from '../jobs/runner.ts'
import { problemHandlers } from '../problems/service.ts'
import { createRunCall } from '../run-call.ts'

/** What can be done beside a database that cannot be opened. Everything else waits until one can be. */
const helps = /^(backups\.(list|verify|restore)|database\.|vault\.(state|unlock)|jobs\.|problems\.)/

/** Stands in for the app over a damaged database, or a locked one, which is never opened for writing: backups can be looked at and brought back. */
export function openRescue(options: AppOptions & { dataFolder: string }, damage: Failure): App {
  const { dataFolder, now = () => new Date(), log = () => undefined, offers = createOffers() } = options
  const connection = openDatabase(dataFolder, 'rescue')
  const { emit, subscribe } = hub()
  const runner = createRunner({ lanes: openLanes(connection, { ...options, now }), now, emit, report: log })
  const run = createRunCall({ connection, runner, problems: problemHandlers(log, now), offers, now, emit })
  return {
    dispatch: createDispatch(onlyWhatHelps(run, damage, headOf(databaseFile(dataFolder)).form === 'encrypted'), log),
    subscribe,
    offers,
    tell: emit,
    close: async () => {
      await runner.close()
      connection.sqlite.close()
    },
  }
}

const onlyWhatHelps =
  (run: RunCall, damage: Failure, isEncryptedFile: boolean): RunCall =>
  (name, call, input, session) => {
    if (name === 'database.state') return { ok: true, value: { damage, isEncrypted: isEncryptedFile } }
    if (!helps.test(name)) throw AppError.from(damage)
    return run(name, call, input, session)
  }
