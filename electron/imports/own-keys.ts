import type { Database } from 'better-sqlite3'
import type { CustomValue } from '../../shared/fields/model.ts'
import { ownKey } from '../../shared/imports/match.ts'
import type { KeyFilter } from './key-filter.ts'

/** By the number that another program gave its contacts, kept in a field: a list for the time of an import. */
export function openOwnKeys(sqlite: Database, field: number, filter: KeyFilter) {
  sqlite.exec('create temp table if not exists ownKey (key integer, contactId integer, primary key (key, contactId)) without rowid')
  sqlite.exec('delete from temp.ownKey')
  const add = sqlite.prepare('insert or ignore into temp.ownKey values (?, ?)')
  const withKey = sqlite.prepare<[number], number>('select contactId from temp.ownKey where key = ? order by contactId limit 20').pluck()
  const withValue = sqlite.prepare<[number, string], { id: number; custom: string }>(
    `select id, custom from contact where id > ? and trashedAt is null and custom <> '{}' and custom ->> ? is not null order by id limit 1000`,
  )
  for (let rows = withValue.all(0, `$."${field}"`); rows.length > 0; rows = withValue.all(rows.at(-1)!.id, `$."${field}"`)) {
    // Written by toRow only.
    for (const { id, custom } of rows) remember(ownKey((JSON.parse(custom) as Record<string, CustomValue>)[field]!), id)
  }

  function remember(key: number, id: number) {
    add.run(key, id)
    filter.add(key)
  }

  return {
    add: (keys: Iterable<number>, id: number) => {
      for (const key of keys) add.run(key, id)
    },
    idsWith: (keys: Iterable<number>) => [...new Set([...keys].flatMap(key => withKey.all(key)))],
  }
}
export type OwnKeys = ReturnType<typeof openOwnKeys>
