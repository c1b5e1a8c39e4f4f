import { AppError } from '../../shared/errors.ts'
import type { retentionContract } from '../../shared/retention/contract.ts'
import { monthsBefore } from '../../shared/retention/rules.ts'
import type { Handlers, JobContext } from '../handlers.ts'
import { unfinished } from '../operations/queries.ts'
import { deleteContacts, deleteEntries, purging } from './delete.ts'
import { forgetHistory } from './history.ts'
import * as queries from './queries.ts'
import { changeRetention, retentionOf } from './settings.ts'

export const retentionHandlers: Handlers<typeof retentionContract> = {
  'retention.state': async (_input, { db }) => {
    const history = await queries.historySize(db).executeTakeFirstOrThrow()
    return {
      settings: await retentionOf(db),
      history: { ...history, forgottenBefore: await forgottenBefore(db) },
      trash: await queries.trashSize(db),
    }
  },

  'retention.change': async (changes, { db, describe }) => {
    const settings = await changeRetention(db, changes)
    describe('retentionChanged', {})
    return settings
  },

  'retention.forgotten': async (_input, { db }) => ({ before: await forgottenBefore(db) }),

  'retention.forget': async (_input, context) => {
    const { historyMonths, trashMonths } = await retentionOf(context.db)
    const [now, before] = [context.now(), trashMonths && monthsBefore(context.now(), trashMonths)]
    const deleted = await purging(context, async deleted => {
      if (!before) return
      await deleteContacts(context, await trashedIds(context, before), deleted)
      await deleteEntries(context, before, deleted)
    })
    if (historyMonths === null) return { ...deleted, operations: 0 }
    await refuseWhileUndoing(context)
    return { ...deleted, operations: await forgetHistory(context, monthsBefore(now, historyMonths)) }
  },

  'retention.delete': ({ ids }, context) => purging(context, deleted => deleteContacts(context, ids, deleted)),

  'retention.emptyTrash': (_input, context) =>
    purging(context, async deleted => deleteContacts(context, await trashedIds(context), deleted)),
}

const trashedIds = async ({ db }: JobContext, before?: string) => (await queries.trashedContacts(db, before).execute()).map(({ id }) => id)

const forgottenBefore = async (db: JobContext['db']) => (await queries.lastForgetting(db).executeTakeFirst())?.before ?? null

/** What is being taken back at this moment is needed to its end. The purge before is this job's own, and unfinished until it ends. */
async function refuseWhileUndoing({ db }: JobContext) {
  const others = (await unfinished(db).execute()).filter(({ call }) => call === 'operations.undo')
  if (others.length > 0) throw new AppError('busy', 'busy')
}
