import type { Database } from 'better-sqlite3'
import { clientSaleColumns, clientSales } from './migrations/0037-client-figures.ts'
import { saleSumColumns, saleSums } from './migrations/0031-reports.ts'

/** Triggers of the database keep the sums of what was charged; this makes them anew from the documents. */
export function rebuildSaleSums(sqlite: Database) {
  sqlite.exec(`delete from saleSum; insert into saleSum (${saleSumColumns}) ${saleSums('true')}`)
  sqlite.exec(`delete from clientSale; insert into clientSale (${clientSaleColumns}) ${clientSales('true')}`)
}
