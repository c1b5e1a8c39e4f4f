import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { references, type Reference } from '../operations/references.ts'

/** What was noted about a client goes with them. */
const goesAlong = [
  'activity',
  'attachment',
  'relation',
  'duplicateDismissal',
  'contactMerge',
  'waiting',
  'holeCall',
  'task',
  'todayMark',
  'clientPriceList',
  'loyaltyCard',
  'reminderStop',
  'deal',
]

/** A visit was, whoever came: it stays in the calendar without a name. Somebody else's deal only forgets who brought it. */
const letsGo: readonly Pick<Reference, 'table' | 'column'>[] = [
  { table: 'appointment', column: 'contactId' },
  { table: 'deal', column: 'referrerId' },
]

export type Pointing = Readonly<Record<'along' | 'letting' | 'books', readonly Reference[]>>

/** Who points at clients, by the schema. What is not known to go along belongs to the books: a new table keeps its client until somebody says so here. */
export async function pointingAtContacts(db: Db): Promise<Pointing> {
  const all = (await references(db)).filter(({ parent, table }) => parent === 'contact' && table !== 'contact')
  const lets = (one: Reference) => letsGo.some(({ table, column }) => table === one.table && column === one.column)
  return {
    along: all.filter(one => goesAlong.includes(one.table) && !lets(one)),
    letting: all.filter(lets),
    books: all.filter(one => !goesAlong.includes(one.table) && !lets(one)),
  }
}

/** Whether an invoice, a payment or anything else of the books still needs the client, or one who has become a part of them. */
export async function isNeeded(db: Db, ids: readonly number[], { books }: Pointing) {
  for (const { table, column } of books) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(ids)}) limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}

/** The client and whoever was merged into them, however deep. */
export async function withParts(db: Db, id: number) {
  const { rows } = await sql<{ id: number }>`
    with recursive part (id) as (select ${id} union select contact.id from contact join part on mergedInto = part.id)
    select id from part`.execute(db)
  return rows.map(part => part.id)
}
