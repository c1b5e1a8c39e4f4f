import type { Database, Statement } from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { ChangeRangeTable, ChangeTable } from '../db/schema-history.ts'
import { pointedAtByNothing } from './references.ts'
import { columnsOf, keyColumns, type Column, type RecordedTable } from './recording.ts'

type Change = Selectable<ChangeTable>
type Range = Selectable<ChangeRangeTable>

/** Puts rows back as they were before a change. Call it newest change first, inside a transaction. */
export function createRestore(sqlite: Database) {
  const statements = new Map<string, Statement>()
  const changedSince = sqlite.prepare('select 1 from change where tableName = ? and rowKey = ? and operationId <> ? and id > ? limit 1')

  const pointedAt = new Map<string, Statement | null>()
  /** Call it newest change first: what the operation itself had made point here is gone by then. */
  function isPointedAt(tableName: string, rowKey: string) {
    if (!pointedAt.has(tableName)) {
      const free = pointedAtByNothing(sqlite, tableName)
      pointedAt.set(tableName, free === null ? null : sqlite.prepare(`select 1 from ${tableName} where id = ? ->> 0 and not (${free})`))
    }
    return pointedAt.get(tableName)?.get(rowKey) !== undefined
  }

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
    and ${pointedAtByNothing(sqlite, range.tableName) ?? 'true'}`

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
    /** The same, but for rows that another operation has changed since, or made something point at. */
    untouchedRange: (range: Range, from: number) =>
      void sqlite.prepare(`${deletion(range)} and ${untouched(range)}`).run(from, range.lastId, range.operationId),
    /** Whether another operation has changed the row since, or made something point at it. */
    isBuiltOn: ({ tableName, rowKey, operationId, id, action }: Change) =>
      changedSince.get(tableName, rowKey, operationId, id) !== undefined || (action === 'insert' && isPointedAt(tableName, rowKey)),
  }
}
