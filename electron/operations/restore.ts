import type { Database, Statement } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { ChangeRangeTable, ChangeTable } from '../db/schema.ts'
import { columnsOf, keyColumns, type Column, type RecordedTable } from './recording.ts'

type Change = Selectable<ChangeTable>
type Range = Selectable<ChangeRangeTable>

/** A contact that somebody has written about meanwhile stays. */
const unused = ['activity', 'attachment'].map(table => `and not exists (select 1 from ${table} where contactId = contact.id)`).join(' ')

/** Puts rows back as they were before a change. Call it newest change first, inside a transaction. */
export function createRestore(sqlite: Database) {
  const statements = new Map<string, Statement>()
  const changedSince = sqlite.prepare('select 1 from change where tableName = ? and rowKey = ? and operationId <> ? and id > ? limit 1')

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
    // An image from before a column was added lacks it: then the row had its default.
    const before = ({ name, dflt_value }: Column) =>
      dflt_value === null ? `@image ->> '${name}'` : `coalesce(@image ->> '${name}', ${dflt_value})`
    const isRow = keyColumns(columns)
      .map(({ name }, index) => `${name} = @key ->> ${index}`)
      .join(' and ')
    if (action === 'insert') return `delete from ${table} where ${isRow}`
    if (action === 'update')
      return `update ${table} set ${columns.map(column => `${column.name} = ${before(column)}`).join(', ')} where ${isRow}`
    return `insert into ${table} (${names.join(', ')}) select ${columns.map(before).join(', ')}`
  }

  const keysOf = ({ tableName }: Range) =>
    keyColumns(columnsOf(sqlite, tableName as RecordedTable)).map(({ name }) => `${tableName}.${name}`)
  const deletion = (range: Range) => `delete from ${range.tableName} where ${keysOf(range)[0]!} between ? and ?`
  const untouched = (range: Range) => `not exists (
    select 1 from change where tableName = '${range.tableName}' and rowKey = json_array(${keysOf(range).join(', ')}) and operationId <> ?)
    ${range.tableName === 'contact' ? unused : ''}`

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
    range: (range: Range, from: number) => void sqlite.prepare(deletion(range)).run(from, range.lastId),
    /** The same, but for rows that another operation has changed since. */
    untouchedRange: (range: Range, from: number) =>
      void sqlite.prepare(`${deletion(range)} and ${untouched(range)}`).run(from, range.lastId, range.operationId),
    /** Whether another operation has changed the row since. */
    isChangedSince: ({ tableName, rowKey, operationId, id }: Change) => changedSince.get(tableName, rowKey, operationId, id) !== undefined,
  }
}
