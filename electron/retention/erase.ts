import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { RecordedTable } from '../operations/recording.ts'

/** Which rows: of this table, where this column has one of these values. */
type Rows = Readonly<{ table: string; column: string; ids: readonly number[]; at: string }>

/** What stands below a row and goes with it by itself. */
const below: Readonly<Record<string, Rows['table'][]>> = { deal: ['dealMove', 'dealTag'] }

/** Deletes rows at this moment, and what the history knows of them. Returns how many there were. */
export async function erase(db: Db, rows: Rows): Promise<number> {
  const ids = await idsOf(db, rows)
  if (ids.length === 0) return 0
  for (const table of below[rows.table] ?? []) await erase(db, { table, column: `${rows.table}Id`, ids, at: rows.at })
  if (rows.table === 'attachment') await forgetContents(db, ids, rows.at)
  await forgetHistoryOf(db, rows.table as RecordedTable, ids)
  await sql`delete from ${sql.table(rows.table)} where id in (${sql.join(ids)})`.execute(db)
  return ids.length
}

const idsOf = async (db: Db, { table, column, ids }: Omit<Rows, 'at'>) =>
  (await sql<{ id: number }>`select id from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(ids)})`.execute(db)).rows.map(
    ({ id }) => id,
  )

/** A file that is attached nowhere else waits until no backup needs it. */
const forgetContents = (db: Db, ids: readonly number[], at: string) =>
  sql`insert or replace into forgottenContent (hash, at) select distinct hash, ${at} from attachment where id in (${sql.join(ids)})`.execute(
    db,
  )

export async function forgetHistoryOf(db: Db, table: RecordedTable, ids: readonly number[]) {
  const keys = sql`select json_array(value) from json_each(${JSON.stringify(ids)})`
  const about = sql`tableName = ${table} and rowKey in (${keys})`
  const { rows } = await sql<{ id: number }>`select distinct operationId as id from change where ${about}`.execute(db)
  await sql`delete from change where ${about}`.execute(db)
  await forgetEmptied(
    db,
    rows.map(({ id }) => id),
  )
}

/** A client's tags have a key of two parts, the first of which is theirs. */
export const forgetTagsOf = (db: Db, ids: readonly number[]) =>
  sql`delete from change where tableName = 'contactTag' and exists (
    select 1 from json_each(${JSON.stringify(ids)}) where rowKey >= '[' || value || ',' and rowKey < '[' || value || '-')`.execute(db)

/** An operation of which nothing is left says nothing any more. */
const forgetEmptied = (db: Db, operations: readonly number[]) =>
  sql`delete from operation where id in (select value from json_each(${JSON.stringify(operations)})) and finishedAt is not null
    and not exists (select 1 from change where operationId = operation.id)
    and not exists (select 1 from changeRange where operationId = operation.id)
    and not exists (select 1 from operation as other where other.undoes = operation.id or other.undoneBy = operation.id)`.execute(db)

/** Where others were touched as well, the history goes on to say what was done, but not with whom. */
export const forgetNamesOf = (db: Db, ids: readonly number[]) =>
  sql`update operation set params = json_set(params, '$.name', '…'), contactId = null
    where contactId in (${sql.join(ids)}) and json_extract(params, '$.name') is not null`.execute(db)
