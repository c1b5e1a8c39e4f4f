import type { retentionContract } from '../../shared/retention/contract.ts'
import { monthsBefore } from '../../shared/retention/rules.ts'
import type { Handlers, JobContext } from '../handlers.ts'
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
    // First, so that nothing is deleted for good where somebody cancels this.
    const operations = historyMonths === null ? 0 : await forgetHistory(context, monthsBefore(now, historyMonths))
    const deleted = await purging(context, async (deleted, kept) => {
      if (!before) return
      await deleteContacts(context, await trashedIds(context, before), deleted, kept)
      await deleteEntries(context, before, deleted)
    })
    return { ...deleted, operations }
  },

  'retention.delete': ({ ids }, context) => purging(context, (deleted, kept) => deleteContacts(context, ids, deleted, kept)),

  'retention.emptyTrash': (_input, context) =>
    purging(context, async (deleted, kept) => deleteContacts(context, await trashedIds(context), deleted, kept)),
}

const trashedIds = async ({ db }: JobContext, before?: string) => (await queries.trashedContacts(db, before).execute()).map(({ id }) => id)

const forgottenBefore = async (db: JobContext['db']) => (await queries.lastForgetting(db).executeTakeFirst())?.before ?? null
