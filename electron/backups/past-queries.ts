import { sql } from 'kysely'
import type { PastContact } from '../../shared/backups/model.ts'
import type { Db } from '../db/schema.ts'

/** What tells that two rows with the same id are the same thing: ids are used anew where a restore has gone back in time. */
const stamps = {
  contact: 'createdAt',
  activity: 'createdAt',
  attachment: 'at',
  appointment: 'createdAt',
  relation: 'createdAt',
  series: 'createdAt',
  staff: 'name',
  service: 'name',
  resource: 'name',
  field: 'name',
} as const
export type Stamped = keyof typeof stamps

const isSame = (table: Stamped) =>
  sql.raw(`past.${table}.id = main.${table}.id and past.${table}.${stamps[table]} = main.${table}.${stamps[table]}`)

/** Clients of the backup who are not there today, lie in the trash, or were changed since. */
export const differing = (db: Db, text: string, limit: number) =>
  sql<PastContact>`
    select past.contact.id, trim(past.contact.givenName || ' ' || past.contact.familyName || iif(past.contact.organization = '', '', ' ' || past.contact.organization)) as name,
      iif(main.contact.id is null, 'missing', iif(main.contact.trashedAt is not null, 'trashed', 'changed')) as state,
      (select count(*) from past.appointment where contactId = past.contact.id) as visits,
      (select count(*) from past.activity where contactId = past.contact.id) as entries
    from past.contact left join main.contact on ${isSame('contact')}
    where past.contact.trashedAt is null and (main.contact.id is null or main.contact.trashedAt is not null or main.contact.changedAt <> past.contact.changedAt)
      and folded(past.contact.givenName || ' ' || past.contact.familyName || ' ' || past.contact.organization) like '%' || folded(${text}) || '%'
    order by state desc, past.contact.sortName limit ${limit}`.execute(db)

/** The id that a row of the backup has today; null where it is not there. */
export async function todaysId(db: Db, table: Stamped, id: number) {
  const { rows } = await sql<{ id: number }>`
    select main.${sql.raw(table)}.id from past.${sql.raw(table)} join main.${sql.raw(table)} on ${isSame(table)} where past.${sql.raw(table)}.id = ${id}`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

type Row = Record<string, string | number | null>

export async function pastRows(db: Db, table: string, column: string, id: number): Promise<Row[]> {
  return (await sql<Row>`select * from past.${sql.raw(table)} where ${sql.ref(column)} = ${id} order by id`.execute(db)).rows
}

/** As a new row, with an id of today. */
export async function insert(db: Db, table: string, { id: _, ...row }: Row): Promise<number> {
  const columns = sql.join(Object.keys(row).map(name => sql.ref(name)))
  const { rows } = await sql<{
    id: number
  }>`insert into main.${sql.raw(table)} (${columns}) values (${sql.join(Object.values(row))}) returning id`.execute(db)
  return rows[0]!.id
}

export const update = (db: Db, table: string, id: number, row: Row) =>
  sql`update main.${sql.raw(table)} set ${sql.join(Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))} where id = ${id}`.execute(
    db,
  )

export const pastTags = async (db: Db, id: number) =>
  (
    await sql<{ name: string }>`select name from past.tag join past.contactTag on tagId = past.tag.id where contactId = ${id}`.execute(db)
  ).rows.map(({ name }) => name)
