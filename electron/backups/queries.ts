import { sql } from 'kysely'
import type { Counts } from '../../shared/backups/model.ts'
import type { Db } from '../db/schema.ts'

/** What each count is a count of. */
const counted: Readonly<Record<keyof Counts, { table: string; where: string }>> = {
  contacts: { table: 'contact', where: 'trashedAt is null' },
  visits: { table: 'appointment', where: "kind = 'visit'" },
  invoices: { table: 'document', where: 'issuedAt is not null' },
  payments: { table: 'payment', where: 'true' },
  entries: { table: 'activity', where: 'true' },
  files: { table: 'attachment', where: 'true' },
}

const tables = (db: Db) => sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(db)

/** A database of an older format has fewer tables, and nothing in those that it lacks. */
export async function countsOf(db: Db): Promise<Counts> {
  const present = (await tables(db)).rows.map(({ name }) => name)
  const columns = Object.entries(counted).map(([name, { table, where }]) =>
    present.includes(table) ? `(select count(*) from ${table} where ${where}) as ${name}` : `0 as ${name}`,
  )
  return (await sql.raw<Counts>(`select ${columns.join(', ')}`).execute(db)).rows[0]!
}

export const hasTable = async (db: Db, table: string) => (await tables(db)).rows.some(({ name }) => name === table)

/** The last thing that was done. */
export const lastChange = (db: Db) =>
  db.selectFrom('operation').select('finishedAt').where('finishedAt', 'is not', null).orderBy('id', 'desc').limit(1)

/** The same as long as nothing is changed. */
export async function markOf(db: Db) {
  const { rows } = await sql<{ mark: string }>`
    select (select coalesce(max(id), 0) from change) || '.' || (select coalesce(max(id), 0) from changeRange) || '.'
      || (select coalesce(max(id), 0) from operation) as mark`.execute(db)
  return rows[0]!.mark
}

export const contents = (db: Db) => db.selectFrom('attachment').select(['hash', 'bytes']).distinct().orderBy('hash')
export const shopName = (db: Db) => db.selectFrom('setting').select('value').where('name', '=', 'businessName')
