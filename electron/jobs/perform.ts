import type { Kind, Result } from '../../shared/call.ts'
import { AppError, unexpected } from '../../shared/errors.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import type { Session } from '../../shared/permissions.ts'
import { explainStorage } from '../db/failures.ts'
import type { Connection } from '../db/open.ts'
import { ofOneMoment } from '../db/one-moment.ts'
import { recount } from '../db/recount.ts'
import { contextOf, descriptionKeeper } from '../context.ts'
import { following } from '../following.ts'
import type { JobContext, OfferedPath } from '../handlers.ts'
import { jobOperation } from '../operations/job-operation.ts'
import { recordedTables } from '../operations/recording.ts'
import { rollBackAll } from '../operations/roll-back.ts'
import { orderedIds, totalOf } from '../contacts/ordering.ts'
import { featureHandler, type Feature } from '../features.ts'

type Called = Readonly<{ feature: Feature; kind: Kind }>

/** A report or a job, as it travels to a worker. `call` is null for what only the app itself asks. */
export type Work = { name: string; call: Called | null; input: unknown; session: Session; files: Record<string, OfferedPath> }
/** What the contract says of it travels as well: a thread does without the contracts, which are some ten megabytes of schemas. */
type CalledWork = Work & { call: Called }
export type Control = { progress(progress: Progress): void; isCancelled(): boolean; now(): Date; workerFile: URL | null }
export type Performed = { result: Result; tables: readonly string[]; bug?: unknown }

/** What only the app itself asks of its workers: no call of the contract, so no window can name it. */
const internal: Readonly<Record<string, (connection: Connection, input: never, now: Date, control: Control) => unknown>> = {
  'contacts.ordered': orderedIds,
  'contacts.counted': totalOf,
  'operations.recover': rollBackAll,
  'vault.rewrite': async (connection, input, now) => (await import('../vault/rewrite.ts')).rewriteDatabase(connection, input, now),
  'backups.prove': async (_connection, { file }: { file: string }) => (await import('../backups/proof.ts')).prove(file),
  'figures.recount': (connection, _input, _now, { isCancelled }) => recount(connection, isCancelled),
}

/** Runs a report or a job on this thread's connection. Never throws: a failure is a Result, a bug is handed back for the log. */
export async function perform(connection: Connection, work: Work, control: Control): Promise<Performed> {
  try {
    if (isCalled(work) && work.call.kind === 'job') return await performJob(connection, work, control)
    const value = await (isCalled(work) ? performReport(connection, work, control) : performInside(connection, work, control))
    return { result: { ok: true, value }, tables: [] }
  } catch (error) {
    return failure(error)
  }
}

export function failure(cause: unknown): Performed {
  const error = explainStorage(cause)
  if (error instanceof AppError) return { result: { ok: false, ...error.failure }, tables: [] }
  return { result: { ok: false, ...unexpected }, tables: [], bug: cause }
}

const isCalled = (work: Work): work is CalledWork => work.call !== null

const performInside = (connection: Connection, { name, input }: Work, control: Control) =>
  internal[name]!(connection, input as never, control.now(), control)

async function performReport(connection: Connection, work: CalledWork, { now }: Control) {
  const handler = await featureHandler(work.call.feature, work.name)
  return ofOneMoment(connection, () => handler(work.input, contextOf(connection, work, now)))
}

async function performJob(connection: Connection, work: CalledWork, control: Control): Promise<Performed> {
  const at = control.now().toISOString()
  const around = contextOf(connection, work, control.now)
  const operation = jobOperation(connection, { at, user: work.session.user, call: work.name }, following(around))
  const description = descriptionKeeper()
  let gotRound: unknown
  const context: JobContext = {
    ...around,
    sqlite: connection.sqlite,
    transaction: operation.transaction,
    describe: description.describe,
    workerFile: control.workerFile,
    progress: control.progress,
    checkCancelled: () => {
      if (control.isCancelled()) throw new AppError('cancelled', 'cancelled')
    },
    report: bug => (gotRound ??= bug),
  }
  try {
    const handler = await featureHandler(work.call.feature, work.name)
    const value = await handler(work.input, context)
    const { tables, operation: id } = await operation.finish(description.given(), control.now().toISOString())
    return { result: { ok: true, value, operation: id }, tables, bug: gotRound }
  } catch (error) {
    return afterRollBack(error, operation.rollBack)
  }
}

/** Where even the rolling back fails (a full disk), the next start finishes it. */
async function afterRollBack(error: unknown, rollBack: () => Promise<void>): Promise<Performed> {
  const failed = failure(error)
  try {
    await rollBack()
    return { ...failed, tables: recordedTables }
  } catch (bug) {
    return { ...failed, bug }
  }
}
