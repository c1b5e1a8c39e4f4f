import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { recordedTables } from './recording.ts'

/** A column of `table`, whose rows have an id, that points at rows of `parent`. */
export type Reference = { table: string; column: string; parent: string }

/** Which recorded table points at which, read from the schema: no feature can forget to say so. */
export const references = async (db: Db) =>
  (
    await sql<Reference>`
      select child.value as "table", key."from" as "column", key."table" as parent
      from json_each(${JSON.stringify(recordedTables)}) as child, pragma_foreign_key_list(child.value) as key
      where exists (select 1 from pragma_table_info(child.value) where name = 'id' and pk = 1)`.execute(db)
  ).rows
