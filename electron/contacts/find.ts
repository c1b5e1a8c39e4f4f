import type { Contact } from '../../shared/contacts/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import { tagNames } from './list.ts'
import * as queries from './queries.ts'
import { toContact } from './rows.ts'

export async function find(db: Db, id: number): Promise<Contact> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'contactGone')
  return toContact(row, (await tagNames(db, [id])).get(id) ?? [])
}

/** For the history: one contact by name, several by number. */
export const counted = async (db: Db, changed: readonly number[]) => ({
  count: changed.length,
  name: changed.length === 1 ? displayName(await find(db, changed[0]!)) : '',
})
