import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The history grows with every undo, and what an import writes about itself stays: neither is business data. */
const besides = [/^sqlite_/, /^operation$/, /^change/, /^import/, /^(contact|document)Search/, /^duplicate(?!Dismissal)/]

/** Every row of every table with business data, the derived look-up keys included, read from the file beside the app. */
export function allTables(dataFolder: string): Record<string, unknown[]> {
  const sqlite = new Database(join(dataFolder, 'regulars.db'), { readonly: true })
  try {
    const names = sqlite.prepare<[], string>(`select name from sqlite_schema where type = 'table' order by name`).pluck().all()
    const wanted = names.filter(name => !besides.some(other => other.test(name)))
    return Object.fromEntries(wanted.map(name => [name, sqlite.prepare(`select * from "${name}" order by 1, 2`).all()]))
  } finally {
    sqlite.close()
  }
}
