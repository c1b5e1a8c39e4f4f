import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { references } from '../operations/references.ts'

export type Moved = { table: string; column: string; ids: readonly number[] }

/** A contact's own parts are united by rules, not moved. */
const parts = ['contact', 'contactTag', 'contactMerge']

/** Everything that points at one contact, by the schema, points at the other from now on, but for what that one has already. */
export async function moveReferences(db: Db, from: number, to: number): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const { table, column, parent } of await references(db)) {
    if (parent !== 'contact' || parts.includes(table)) continue
    const { rows } = await sql<{ id: number }>`
      update or ignore ${sql.table(table)} set ${sql.ref(column)} = ${to} where ${sql.ref(column)} = ${from} returning id`.execute(db)
    if (rows.length > 0) moved.push({ table, column, ids: rows.map(({ id }) => id) })
  }
  return moved
}

/** What was moved and is still where it was moved to goes back. */
export async function moveBack(db: Db, moved: readonly Moved[], from: number, to: number) {
  for (const { table, column, ids } of moved) {
    await sql`
      update or ignore ${sql.table(table)} set ${sql.ref(column)} = ${to}
      where ${sql.ref(column)} = ${from} and id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  }
}
