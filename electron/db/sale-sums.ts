import type { Database } from 'better-sqlite3'
import { saleSumColumns, saleSums } from './migrations/0031-reports.ts'

/** Triggers of the database keep the sums of what was charged; this makes them anew from the documents. */
export const rebuildSaleSums = (sqlite: Database) =>
  void sqlite.exec(`delete from saleSum; insert into saleSum (${saleSumColumns}) ${saleSums('true')}`)
