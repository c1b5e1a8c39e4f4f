import { openItemColumns, type ExportedItem } from '../../shared/dunning/columns.ts'
import { namesOf } from '../contacts/names.ts'
import type { Db } from '../db/schema.ts'
import { writeTable } from '../files/csv-file.ts'
import { inPortions } from '../files/in-portions.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { itemsOf } from './items.ts'
import * as queries from './queries.ts'
import { aroundOf, type Around } from './standing.ts'

/** Every open document in a line, by client. */
export async function exportOpenItems({ out }: { out: string }, context: JobContext) {
  const { db, destination, checkCancelled } = context
  const around = await aroundOf(context)
  const { language } = await settingsOf(db)
  const items = await exported(db, around)
  const rows = [
    openItemColumns.map(({ header }) => textIn(language, `dunning.export.columns.${header}`)),
    ...items.map(item => openItemColumns.map(({ value }) => value(item, around))),
  ]
  return writeTable(destination(out).path, inPortions(rows, checkCancelled))
}

async function exported(db: Db, around: Around): Promise<ExportedItem[]> {
  const standings = await queries.standings(db, around.currency).execute()
  const documents = await queries
    .documents(
      db,
      standings.map(({ id }) => id),
    )
    .execute()
  const names = await namesOf(
    db,
    standings.flatMap(({ contactId }) => contactId ?? []),
  )
  const buyers = new Map(documents.map(({ id, buyerName }) => [id, buyerName]))
  const owners = new Map(standings.map(({ id, contactId }) => [id, names.get(contactId ?? 0) ?? buyers.get(id) ?? '']))
  const items = await itemsOf(db, standings, around)
  const named = items.map(item => ({ ...item, name: owners.get(item.documentId)! }))
  return named.toSorted((a, b) => a.name.localeCompare(b.name))
}
