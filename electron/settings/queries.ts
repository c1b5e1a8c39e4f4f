import type { Db } from '../db/schema.ts'

type Table = 'setting' | 'preference'

export const all = (db: Db, table: Table) => db.selectFrom(table).selectAll()

export const byName = (db: Db, table: Table, name: string) => db.selectFrom(table).selectAll().where('name', '=', name)

/** Leaves a row alone whose value is the same, so that nothing is recorded for it. */
export const put = (db: Db, table: Table, values: { name: string; value: string }[]) =>
  db
    .insertInto(table)
    .values(values)
    .onConflict(conflict =>
      conflict
        .column('name')
        .doUpdateSet(({ ref }) => ({ value: ref('excluded.value') }))
        .whereRef('excluded.value', '!=', `${table}.value`),
    )

export const remove = (db: Db, table: Table, name: string) => db.deleteFrom(table).where('name', '=', name)
