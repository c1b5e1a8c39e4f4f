import { sql, type Insertable, type Updateable } from 'kysely'
import type { ProductTable, StockMovementTable } from '../db/schema-catalogue.ts'
import type { Db } from '../db/schema.ts'

/** With what the movements add up to, where it is counted. */
const withStock = (db: Db) =>
  db
    .selectFrom('product')
    .selectAll()
    .select(
      sql<number | null>`iif(isStocked, (select coalesce(sum(quantity), 0) from stockMovement where productId = product.id), null)`.as(
        'stock',
      ),
    )

export const all = (db: Db) => withStock(db).orderBy('name').orderBy('id')

export const byIds = (db: Db, ids: readonly number[]) => withStock(db).where('id', 'in', ids)

export const insert = (db: Db, row: Insertable<ProductTable>) => db.insertInto('product').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<ProductTable>) => db.updateTable('product').set(row).where('id', '=', id)

/** Among those that are sold. */
export const otherWith = (db: Db, column: 'sku' | 'barcode', value: string, own: number | null) =>
  db
    .selectFrom('product')
    .select('name')
    .where(column, '=', value)
    .where(column, '<>', '')
    .where('archivedAt', 'is', null)
    .where('id', '<>', own ?? 0)

export const move = (db: Db, row: Insertable<StockMovementTable>) => db.insertInto('stockMovement').values(row)

export const movements = (db: Db, productId: number, before: number | null, limit: number) =>
  db
    .selectFrom('stockMovement')
    .selectAll()
    .where('productId', '=', productId)
    .$if(before !== null, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)

/** What is compared with what somebody types. */
export const names = (db: Db) => db.selectFrom('product').select(['id', 'name', 'sku', 'barcode']).where('archivedAt', 'is', null)
