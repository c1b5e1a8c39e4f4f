import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { reportsContract } from '../../shared/reports/contract.ts'
import { Question, type SavedReport } from '../../shared/reports/model.ts'
import { fold } from '../../shared/text.ts'
import type { SavedReportTable } from '../db/schema-reports.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import * as queries from './saved-queries.ts'

type Calls = 'reports.saved' | 'reports.save' | 'reports.changeSaved' | 'reports.removeSaved'

export const savedReportHandlers: Handlers<Pick<typeof reportsContract, Calls>> = {
  'reports.saved': async (_input, { db }) => (await queries.all(db).execute()).map(toSaved),

  'reports.save': async ({ name, question }, { db, now, describe }) => {
    await refuseTaken(db, name, null)
    const at = now().toISOString()
    const row = { name, question: JSON.stringify(question), createdAt: at, changedAt: at }
    const { id } = await queries.insert(db, row).executeTakeFirstOrThrow()
    describe('reportSaved', { name })
    return find(db, id)
  },

  'reports.changeSaved': async ({ id, ...change }, { db, now, describe }) => {
    const before = await find(db, id)
    const { name, question } = { ...before, ...change }
    await refuseTaken(db, name, id)
    const [is, was] = [question, before.question].map(one => JSON.stringify(one))
    if (name !== before.name || is !== was)
      await queries.update(db, id, { name, question: JSON.stringify(question), changedAt: now().toISOString() }).execute()
    describe('savedReportChanged', { name })
    return find(db, id)
  },

  'reports.removeSaved': async ({ id }, { db, describe }) => {
    const { name } = await find(db, id)
    await queries.remove(db, id).execute()
    describe('savedReportRemoved', { name })
    return null
  },
}

async function refuseTaken(db: Db, name: string, own: number | null) {
  const other = (await queries.withName(db, fold(name)).execute()).find(({ id }) => id !== own)
  if (other) throw new AppError('conflict', 'savedReportTaken', { name: other.name })
}

async function find(db: Db, id: number): Promise<SavedReport> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'savedReportGone')
  return toSaved(row)
}

/** What an earlier version wrote does not say what it did not know. What somebody put together is called what it is saved as. */
function toSaved({ question, ...row }: Selectable<SavedReportTable>): SavedReport {
  const { build, ...asked } = Question.parse(JSON.parse(question))
  return { ...row, question: { ...asked, build: build && { ...build, title: row.name } } }
}
