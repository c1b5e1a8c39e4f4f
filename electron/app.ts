import type { AppEvent } from '../shared/events.ts'
import { owner } from '../shared/permissions.ts'
import { backUpBeforeMigration } from './backups/start-check.ts'
import { openDatabase, type Connection } from './db/open.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { hub } from './hub.ts'
import { createRunCall } from './run-call.ts'
import { createOffers, type Offers } from './files/offers.ts'
import { openLanes } from './jobs/lanes.ts'
import { keepCounted } from './jobs/counting.ts'
import { createRunner } from './jobs/runner.ts'
import { problemHandlers } from './problems/service.ts'
import { unfinished } from './operations/queries.ts'
import { removeForgotten } from './retention/contents.ts'

export type AppOptions = {
  /** null keeps everything in memory, and all work on this thread. */
  dataFolder: string | null
  /** The worker's entry, as it lies beside the caller: source or bundle. */
  workerFile?: URL
  now?: () => Date
  /** Bugs, with their cause. Never called with anything a user typed. */
  log?: (bug: unknown, name: string) => void
  offers?: Offers
}

export type App = {
  dispatch: Dispatch
  /** Returns its own unsubscribe. */
  subscribe(listener: (event: AppEvent) => void): () => void
  /** To all who listen. */
  tell(event: AppEvent): void
  offers: Offers
  close(): Promise<void>
}

/** The whole product below the window: database, services, jobs, and the door to them. */
export async function openApp(options: AppOptions): Promise<App> {
  const { dataFolder, now = () => new Date(), log = () => undefined, offers = createOffers() } = options
  if (dataFolder !== null) await backUpBeforeMigration(dataFolder, { now, report: bug => log(bug, 'backups') })
  const connection = openDatabase(dataFolder)
  // A file that stays for now is no reason not to open.
  await removeForgotten(connection).catch((error: unknown) => log(error, 'retention'))
  const { emit, subscribe } = hub()
  const runner = createRunner({ lanes: openLanes(connection, { ...options, now }), now, emit, report: log })
  const left = await leftUnfinished(connection)
  if (left.length > 0) runner.start({ name: 'operations.recover', call: null, input: left, session: owner, files: {} })

  keepCounted(connection, runner, { subscribe, emit })

  return {
    dispatch: createDispatch(createRunCall({ connection, runner, problems: problemHandlers(log, now), offers, now, emit }), log),
    subscribe,
    tell: emit,
    offers,
    close: async () => {
      await runner.close()
      connection.sqlite.close()
    },
  }
}

const leftUnfinished = async ({ db }: Connection) => (await unfinished(db).execute()).map(({ id }) => id)
