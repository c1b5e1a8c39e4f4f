import type { InferResult } from 'kysely'
import type { Product } from '../../shared/catalogue/product.ts'
import { AppError } from '../../shared/errors.ts'
import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './product-queries.ts'

/** Those that are sold no more included, by their names as people sort them. */
export const productsOf = async (db: Db): Promise<Product[]> =>
  (await queries.all(db).execute())
    .map(row => ({ key: fold(row.name), product: toProduct(row) }))
    .sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
    .map(({ product }) => product)

export async function findProduct(db: Db, id: number) {
  const [row] = await queries.byIds(db, [id]).execute()
  if (!row) throw new AppError('notFound', 'productGone')
  return toProduct(row)
}

export const toProduct = ({ createdAt: _createdAt, ...row }: InferResult<ReturnType<typeof queries.byIds>>[number]): Product => ({
  ...row,
  isStocked: row.isStocked === 1,
})
