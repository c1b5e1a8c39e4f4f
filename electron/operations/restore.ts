import type { Database, Statement } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { ChangeRangeTable, ChangeTable } from '../db/schema.ts'
import { columnsOf, keyColumns, type RecordedTable } from './recording.ts'

type Change = Selectable<ChangeTable>
type Range = Selectable<ChangeRangeTable>

/** Puts rows back as they were before a change. Call it newest change first, inside a transaction. */
export function createRestore(sqlite: Database) {
  const statements = new Map<string, Statement>()

  /** Each statement takes the row's image (where it needs one) and the row's key, both as JSON. */
  function statementFor({ tableName, action }: Pick<Change, 'tableName' | 'action'>) {
    const name = `${tableName} ${action}`
    const known = statements.get(name) ?? sqlite.prepare(sqlOf(tableName as RecordedTable, action))
    statements.set(name, known)
    return known
  }

  function sqlOf(table: RecordedTable, action: Change['action']) {
    const columns = columnsOf(sqlite, table)
    const names = columns.map(({ name }) => name)
    const isRow = keyColumns(columns)
      .map(({ name }, index) => `${name} = @key ->> ${index}`)
      .join(' and ')
    if (action === 'insert') return `delete from ${table} where ${isRow}`
    if (action === 'update') return `update ${table} set ${names.map(name => `${name} = @image ->> '${name}'`).join(', ')} where ${isRow}`
    return `insert into ${table} (${names.join(', ')}) select ${names.map(name => `@image ->> '${name}'`).join(', ')}`
  }

  return {
    change: (change: Change) =>
      void statementFor(change).run(
        change.action === 'insert'
          ? { key: change.rowKey }
          : change.action === 'update'
            ? { key: change.rowKey, image: change.before }
            : { image: change.before },
      ),
    /** Deletes the part of a range that lies at or above `from`. */
    range: ({ tableName, lastId }: Range, from: number) => {
      const [id] = keyColumns(columnsOf(sqlite, tableName as RecordedTable))
      sqlite.prepare(`delete from ${tableName} where ${id!.name} between ? and ?`).run(from, lastId)
    },
  }
}
