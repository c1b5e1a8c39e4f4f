import type { Selectable } from 'kysely'
import type { CashEntryTable } from '../db/schema-payments.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

const atOnce = 500

/** What stands in the drawer's book on these days, in its order. */
export async function* entryPages(
  db: Db,
  { from, to }: { from: string; to: string },
): AsyncGenerator<Selectable<CashEntryTable>[], void, undefined> {
  let after = { day: '', id: 0 }
  for (;;) {
    const page = await queries.between(db, from, to, after, atOnce).execute()
    const last = page.at(-1)
    if (!last) return
    yield page
    after = { day: last.day, id: last.id }
  }
}
