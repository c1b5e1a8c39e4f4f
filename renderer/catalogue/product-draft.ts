import type { Product } from '../../shared/catalogue/product.ts'

/** A product in its form: the price may still be empty. */
export type ProductDraft = { -readonly [Key in keyof Kept]: Kept[Key] } & { price: number | null }
type Kept = Omit<Product, 'id' | 'stock' | 'archivedAt' | 'price'>

export const newProduct = (): ProductDraft => ({
  ...{ name: '', category: '', sku: '', barcode: '', unit: 'C62', price: null, pricing: 'gross', taxRateId: null, cost: null },
  ...{ isStocked: false, note: '' },
})

export const productDraft = ({ id: _id, stock: _stock, archivedAt: _archivedAt, ...product }: Product): ProductDraft => ({ ...product })

/** Without a price it is given away. */
export const productOf = (draft: ProductDraft) => ({ ...draft, price: draft.price ?? 0 })
