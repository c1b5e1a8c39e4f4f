import type { Database } from 'better-sqlite3'
import { fold } from '../../shared/text.ts'

/** Tags by name, made where they are new. Meant for the time of a bulk write, which does not record what it inserts. */
export function createTagger(sqlite: Database) {
  const find = sqlite.prepare<[string], number>('select id from tag where foldedName = ?').pluck()
  const create = sqlite.prepare('insert into tag (name, foldedName) values (?, ?)')
  const attach = sqlite.prepare('insert or ignore into contactTag (contactId, tagId) values (?, ?)')
  const record = sqlite.prepare(
    `insert into change (operationId, tableName, rowKey, action) values (?, 'contactTag', json_array(cast(? as integer), cast(? as integer)), 'insert')`,
  )
  const known = new Map<string, number>()

  function idOf(name: string) {
    const folded = fold(name)
    const id = known.get(folded) ?? find.get(folded) ?? Number(create.run(name, folded).lastInsertRowid)
    known.set(folded, id)
    return id
  }

  return {
    idsOf: (names: readonly string[]) => names.map(idOf),
    /** Gives a contact that is there already these tags beside its own. */
    add(operation: number, contactId: number, names: readonly string[]) {
      for (const name of names) {
        const id = idOf(name)
        if (attach.run(contactId, id).changes > 0) record.run(operation, contactId, id)
      }
    },
  }
}
