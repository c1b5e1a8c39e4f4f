import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { Call, Contract } from '../shared/call.ts'
import type { Summary } from '../shared/operations/model.ts'
import type { Progress } from '../shared/jobs/model.ts'
import type { Session } from '../shared/permissions.ts'
import type { Lists } from './contacts/list-cache.ts'
import type { Db } from './db/schema.ts'

/** What every handler gets beside its input. */
export type Context = {
  db: Db
  now: () => Date
  session: Session
  /** The file behind a token of the input, which the person named to be read. */
  file(token: string): OfferedPath
  /** The same for a file that they named to be written. */
  destination(token: string): OfferedPath
  lists: Lists
  /** Where the database and the files lie; null where all is in memory. */
  dataFolder: string | null
  /** The database could not be opened: `db` is empty, and what can be done is done with the files. */
  isDamaged: boolean
}
export type OfferedPath = { path: string; name: string; purpose: 'read' | 'write' }

/** `db` is the command's own transaction. */
export type CommandContext = Context & {
  /** What the history will say. A command that changes nothing leaves no trace there. */
  describe(text: string, params: Summary['params'], contactId?: number): void
}

export type JobContext = Context & {
  /** The job's own connection, for bulk work: `db` speaks to the same one. */
  sqlite: Database
  /** Runs `work` in a transaction of its own, as a part of the job's operation. Keep each one short: other writers wait. */
  transaction<T>(work: (operation: number) => T | Promise<T>): Promise<T>
  describe(text: string, params: Summary['params'], contactId?: number): void
  /** The entry of the worker threads, for work that takes two of them; null where all runs on one thread. */
  workerFile: URL | null
  progress(progress: Progress): void
  /** Throws where the user has cancelled; what the job wrote so far is then taken back. */
  checkCancelled(): void
  /** What failed and was got round: for the log. */
  report(bug: unknown): void
}

type ContextOf<C extends Call> = C['kind'] extends 'job' ? JobContext : C['kind'] extends 'command' ? CommandContext : Context

export type Handlers<C extends Contract> = {
  [Name in keyof C]: (
    input: z.output<C[Name]['input']>,
    context: ContextOf<C[Name]>,
  ) => z.output<C[Name]['output']> | Promise<z.output<C[Name]['output']>>
}
