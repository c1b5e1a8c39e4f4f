import type { Database } from 'better-sqlite3'

type Row = Record<string, unknown>
type Counted = { saved: number; lost: number }
type Control = { advance(rows: number): void }

const idsAtOnce = 1000
/** So many unreadable stretches after the last good row are taken for the end, where the database does not say where it is. */
const stretchesAtEnd = 50

/** Reads a table of a damaged database, around what cannot be read. */
export function salvageTable(source: Database, target: Database, table: string, control: Control): Counted {
  const columns = commonColumns(source, target, table)
  if (columns.length === 0) return { saved: 0, lost: 0 }
  const count: Counted = { saved: 0, lost: 0 }
  const put = putInto(target, table, columns, count, control)
  const names = columns.map(name => `"${name}"`).join(', ')
  target.transaction(() => {
    if (hasRowIds(target, table)) byRowIds(source, table, names, put, count)
    else fromBothEnds(source, target, table, names, put, count)
  })()
  return count
}

function commonColumns(source: Database, target: Database, table: string) {
  const namesIn = (sqlite: Database) => {
    try {
      return (sqlite.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
    } catch {
      return []
    }
  }
  const there = namesIn(source)
  return namesIn(target).filter(name => there.includes(name))
}

function putInto(target: Database, table: string, columns: readonly string[], count: Counted, { advance }: Control) {
  const names = columns.map(name => `"${name}"`).join(', ')
  const insert = target.prepare(`insert or ignore into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`)
  return (row: Row) => {
    try {
      const { changes } = insert.run(...columns.map(name => row[name]))
      count.saved += changes
      if (changes > 0) advance(1)
    } catch {
      // It could be read, but what was read is no such row.
      count.lost++
    }
  }
}

const hasRowIds = (target: Database, table: string) =>
  target.prepare<[string], number>('select wr from pragma_table_list where name = ?').pluck().get(table) === 0

function byRowIds(source: Database, table: string, names: string, put: (row: Row) => void, count: Counted) {
  const select = source.prepare<[number, number], Row>(`select ${names} from "${table}" where rowid between ? and ? order by rowid`)
  // A stretch is read until a row lies behind it, which may be on a damaged page: one row alone is asked for by its own id.
  const alone = source.prepare<[number], Row>(`select ${names} from "${table}" where rowid = ?`)
  const last = edgeOf(source, table, 'max')
  let failed = 0
  /** Halves a stretch until what cannot be read stands alone. */
  function read(from: number, to: number) {
    try {
      const rows = from === to ? [alone.get(from)].filter(row => row !== undefined) : select.all(from, to)
      rows.forEach(put)
      failed = 0
    } catch {
      if (from === to) return void count.lost++
      const middle = Math.floor((from + to) / 2)
      read(from, middle)
      read(middle + 1, to)
      failed++
    }
  }
  const isAtEnd = (from: number) => (last === null ? failed > stretchesAtEnd : from > last)
  for (let from = edgeOf(source, table, 'min') ?? 1; !isAtEnd(from); from += idsAtOnce) {
    if (last === null && isEmptyFrom(source, table, from)) return
    read(from, Math.min(from + idsAtOnce - 1, last ?? Number.MAX_SAFE_INTEGER))
  }
}

function edgeOf(source: Database, table: string, edge: 'min' | 'max') {
  try {
    return source.prepare<[], number | null>(`select ${edge}(rowid) from "${table}"`).pluck().get() ?? 0
  } catch {
    return null
  }
}

function isEmptyFrom(source: Database, table: string, from: number) {
  try {
    return source.prepare(`select 1 from "${table}" where rowid >= ? limit 1`).get(from) === undefined
  } catch {
    return false
  }
}

/** Without row ids there is no way around a damaged page, but one to it from either side. */
function fromBothEnds(source: Database, target: Database, table: string, names: string, put: (row: Row) => void, count: Counted) {
  const keys = (target.pragma(`table_info("${table}")`) as { name: string; pk: number }[]).filter(({ pk }) => pk > 0)
  for (const direction of ['asc', 'desc']) {
    const order = keys.toSorted((a, b) => a.pk - b.pk).map(({ name }) => `"${name}" ${direction}`)
    try {
      for (const row of source.prepare<[], Row>(`select ${names} from "${table}" order by ${order.join(', ')}`).iterate()) put(row)
      return
    } catch {
      // How many lay there nobody can say.
      if (direction === 'asc') count.lost++
    }
  }
}

type Astray = { table: string; rowid: number | null; parent: string; fkid: number }

/** What points at a row that was lost points at nothing from now on; where it has to point at something, it is lost as well. */
export function dropAstray(target: Database): ReadonlyMap<string, number> {
  const dropped = new Map<string, number>()
  for (;;) {
    const astray = target.pragma('foreign_key_check') as Astray[]
    if (astray.length === 0) return dropped
    target.transaction(() => {
      for (const one of astray) if (!pointAtNothing(target, one)) dropped.set(one.table, (dropped.get(one.table) ?? 0) + drop(target, one))
    })()
  }
}

function pointAtNothing(target: Database, { table, rowid, fkid }: Astray) {
  const keys = (target.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[]).filter(({ id }) => id === fkid)
  const columns = target.pragma(`table_info("${table}")`) as { name: string; notnull: number; pk: number }[]
  const isFree = keys.every(({ from }) => columns.some(({ name, notnull, pk }) => name === from && notnull === 0 && pk === 0))
  if (!isFree || rowid === null) return false
  target.prepare(`update "${table}" set ${keys.map(({ from }) => `"${from}" = null`).join(', ')} where rowid = ?`).run(rowid)
  return true
}

/** A table without row ids does not say which row it is: all that point at nothing by this reference go. */
function drop(target: Database, { table, rowid, parent, fkid }: Astray) {
  if (rowid !== null) return target.prepare(`delete from "${table}" where rowid = ?`).run(rowid).changes
  const [key] = (target.pragma(`foreign_key_list("${table}")`) as { id: number; from: string; to: string }[]).filter(
    ({ id }) => id === fkid,
  )
  const { changes } = target
    .prepare(`delete from "${table}" where "${key!.from}" not in (select "${key!.to ?? 'id'}" from "${parent}")`)
    .run()
  return changes
}
