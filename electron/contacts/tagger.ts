import type { Database } from 'better-sqlite3'
import { fold } from '../../shared/text.ts'

/** Positions of staged contacts, both ends included, without some; each gets the id `base` + its position. `passedOver` is a list as JSON. */
export type StagedRange = { base: number; from: number; to: number; passedOver: string; at: string }

/** Tags by name, made where they are new. Meant for the time of a bulk write, which does not record what it inserts. */
export function createTagger(sqlite: Database) {
  const find = sqlite.prepare<[string], number>('select id from tag where foldedName = ?').pluck()
  const create = sqlite.prepare('insert into tag (name, foldedName) values (?, ?)')
  const attach = sqlite.prepare('insert or ignore into contactTag (contactId, tagId) values (?, ?)')
  const record = sqlite.prepare(
    `insert into change (operationId, tableName, rowKey, action)
     values (?, 'contactTag', json_array(cast(? as integer), cast(? as integer)), 'insert')`,
  )
  const known = new Map<string, number>()

  function idOf(name: string) {
    const folded = fold(name)
    const id = known.get(folded) ?? find.get(folded) ?? Number(create.run(name, folded).lastInsertRowid)
    known.set(folded, id)
    return id
  }

  /** Many contacts have the same tags: each combination is translated once. */
  function prepareIntake(schema: string, wanted: string) {
    sqlite.exec('create temp table if not exists tagCombination (names text primary key, ids text not null) without rowid')
    const combinations = sqlite
      .prepare<[Omit<StagedRange, 'base' | 'at'>], string>(
        `select distinct tags from ${schema}.staged where tags is not null and ${wanted}`,
      )
      .pluck()
    const learn = sqlite.prepare('insert into temp.tagCombination (names, ids) values (?, ?)')
    const forget = sqlite.prepare('delete from temp.tagCombination')
    const attachAll = sqlite.prepare(
      `insert or ignore into contactTag (contactId, tagId)
       select @base + position, tag.value from ${schema}.staged join temp.tagCombination on names = tags, json_each(ids) as tag
       where ${wanted}`,
    )
    return ({ base, ...range }: Omit<StagedRange, 'at'>) => {
      const found = combinations.all(range)
      if (found.length === 0) return
      for (const names of found) learn.run(names, JSON.stringify((JSON.parse(names) as string[]).map(idOf)))
      attachAll.run({ base, ...range })
      forget.run()
    }
  }

  return {
    prepareIntake,
    /** Gives a contact that is there already these tags beside its own. */
    add(operation: number, contactId: number, names: readonly string[]) {
      for (const name of names) {
        const id = idOf(name)
        if (attach.run(contactId, id).changes > 0) record.run(operation, contactId, id)
      }
    },
  }
}
