import { readCardNumber } from '../../shared/loyalty/card.ts'
import type { Db } from '../db/schema.ts'
import { byNumber } from './card-queries.ts'

/** Whose card it is, if anybody's who is not in the trash; a card goes along with whoever becomes part of another client. */
export async function holderOf(db: Db, typed: string) {
  const number = readCardNumber(typed)
  const found = number === null ? undefined : await byNumber(db, number).executeTakeFirst()
  return found && found.trashedAt === null ? found.contactId : null
}
