import type { Selectable } from 'kysely'
import type { Contact } from '../../shared/contacts/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { ContactTable } from '../db/schema-contacts.ts'
import { tagNames } from './list.ts'
import * as queries from './queries.ts'
import { toContact } from './rows.ts'

/** One that was merged into another is that other one. */
export async function find(db: Db, id: number): Promise<Contact> {
  const row = await rowOf(db, id)
  return row.mergedInto === null ? asContact(db, row) : find(db, row.mergedInto)
}

/** Also where it is a part of another one. */
export const findItself = async (db: Db, id: number) => asContact(db, await rowOf(db, id))

async function rowOf(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'contactGone')
  return row
}

const asContact = async (db: Db, row: Selectable<ContactTable>): Promise<Contact> =>
  toContact(row, (await tagNames(db, [row.id])).get(row.id) ?? [])

/** For the history: one contact by name, several by number. */
export const counted = async (db: Db, changed: readonly number[]) => ({
  count: changed.length,
  name: changed.length === 1 ? displayName(await find(db, changed[0]!)) : '',
})
