import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { recordedTables } from './recording.ts'

/** A column of `table`, whose rows have an id, that points at rows of `parent`. */
export type Reference = { table: string; column: string; parent: string }

/** Which recorded table points at which, read from the schema: no feature can forget to say so. */
const statement = `
  select child.value as "table", key."from" as "column", key."table" as parent
  from json_each('${JSON.stringify(recordedTables)}') as child, pragma_foreign_key_list(child.value) as key
  where exists (select 1 from pragma_table_info(child.value) where name = 'id' and pk = 1)`

export const references = async (db: Db) => (await sql.raw<Reference>(statement).execute(db)).rows

/** A condition on the rows of a table: nothing points at them. null where nothing can. */
export function pointedAtByNothing(sqlite: Database, parent: string) {
  const pointing = sqlite
    .prepare<[], Reference>(statement)
    .all()
    .filter(reference => reference.parent === parent)
  const conditions = pointing.map(({ table, column }) => `not exists (select 1 from ${table} as it where it.${column} = ${parent}.id)`)
  return conditions.length > 0 ? conditions.join(' and ') : null
}
