import { expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { jobOperation } from '../../electron/operations/job-operation.ts'
import { unfinished } from '../../electron/operations/queries.ts'
import { rollBackAll } from '../../electron/operations/roll-back.ts'

const at = '2026-11-24T09:00:00.000Z'
const addCash = `insert into cashEntry (at, day, kind, amount, balance, note, user) values ('${at}', '2026-11-24', 'paidIn', 500, 500, '', '')`

it('what a crash left half done is gone at the next start; what it wrote into a book stays, and keeps nothing else from being put right', async () => {
  const connection = openDatabase(null)
  const { sqlite, db } = connection
  const begun = (call: string, sql: string) =>
    jobOperation(connection, { at, user: '', call }).transaction(() => void sqlite.prepare(sql).run())
  await begun('segments.create', `insert into segment (name, filter, createdAt, changedAt) values ('x', '{}', '${at}', '${at}')`)
  await begun('loyalty.lapse', addCash)

  const left = (await unfinished(db).execute()).map(({ id }) => id)
  await rollBackAll(connection, left)
  expect(await unfinished(db).execute()).toEqual([])
  expect(await db.selectFrom('cashEntry').select('amount').execute()).toEqual([{ amount: 500 }])
  expect(await db.selectFrom('segment').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('operation').select(['call', 'text', 'finishedAt']).execute()).toEqual([
    { call: 'loyalty.lapse', text: 'interrupted', finishedAt: at },
  ])
  sqlite.close()
})
