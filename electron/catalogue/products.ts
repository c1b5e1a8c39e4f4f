import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import type { NewProduct } from '../../shared/catalogue/product.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { findRate } from '../taxes/find.ts'
import { findProduct, productsOf } from './product-find.ts'
import * as queries from './product-queries.ts'

type ProductCalls = Pick<
  typeof catalogueContract,
  'catalogue.products' | 'catalogue.createProduct' | 'catalogue.changeProduct' | 'catalogue.archiveProduct'
>

export const productHandlers: Handlers<ProductCalls> = {
  'catalogue.products': (_input, { db }) => productsOf(db),

  'catalogue.createProduct': async (given, { db, now, describe }) => {
    await refuseUnfit(db, given, null)
    const facts = { createdAt: now().toISOString(), archivedAt: null }
    const { id } = await queries.insert(db, { ...toRow(given), ...facts }).executeTakeFirstOrThrow()
    describe('productCreated', { name: given.name })
    return findProduct(db, id)
  },

  'catalogue.changeProduct': async ({ id, ...changes }, { db, describe }) => {
    const before = await findProduct(db, id)
    const after = { ...before, ...changes }
    await refuseUnfit(db, after, id)
    if (JSON.stringify(toRow(before)) !== JSON.stringify(toRow(after))) await queries.update(db, id, toRow(after)).execute()
    describe('productChanged', { name: after.name })
    return findProduct(db, id)
  },

  'catalogue.archiveProduct': async ({ id, archived }, { db, now, describe }) => {
    const before = await findProduct(db, id)
    if (!archived) await refuseUnfit(db, before, id)
    const isChanged = (before.archivedAt !== null) !== archived
    if (isChanged) await queries.update(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'productArchived' : 'productBack', { name: before.name })
    return findProduct(db, id)
  },
}

async function refuseUnfit(db: Db, { sku, barcode, taxRateId }: NewProduct, own: number | null) {
  const sameSku = await queries.otherWith(db, 'sku', sku, own).executeTakeFirst()
  if (sameSku) throw new AppError('conflict', 'skuTaken', sameSku)
  const sameBarcode = await queries.otherWith(db, 'barcode', barcode, own).executeTakeFirst()
  if (sameBarcode) throw new AppError('conflict', 'barcodeTaken', sameBarcode)
  if (taxRateId !== null) await findRate(db, taxRateId)
}

export const toRow = (product: NewProduct) => ({
  ...{ name: product.name, category: product.category, sku: product.sku, barcode: product.barcode, unit: product.unit },
  ...{ price: product.price, pricing: product.pricing, taxRateId: product.taxRateId, cost: product.cost },
  isStocked: Number(product.isStocked),
  note: product.note,
})
