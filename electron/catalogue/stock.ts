import type { catalogueContract } from '../../shared/catalogue/contract.ts'
import type { NewStockMovement } from '../../shared/catalogue/product.ts'
import { AppError } from '../../shared/errors.ts'
import { Quantity } from '../../shared/money.ts'
import type { Handlers } from '../handlers.ts'
import { findProduct } from './product-find.ts'
import * as queries from './product-queries.ts'

type StockCalls = Pick<typeof catalogueContract, 'catalogue.moveStock' | 'catalogue.stockMovements'>

export const stockHandlers: Handlers<StockCalls> = {
  'catalogue.moveStock': async ({ productId, reason, quantity: given, note }, { db, now, session, describe }) => {
    const { name, stock } = await findProduct(db, productId)
    if (stock === null) throw new AppError('conflict', 'productNotCounted', { name })
    if (reason !== 'count' && given === 0) throw new AppError('invalid', 'stockNothing')
    if (reason === 'count' && given < 0) throw new AppError('invalid', 'stockBelowNothing')
    const quantity = gained(reason, given, stock)
    if (!Quantity.safeParse(stock + quantity).success) throw new AppError('invalid', 'stockTooMuch')
    const facts = { documentId: null, at: now().toISOString(), user: session.user }
    await queries.move(db, { productId, reason, quantity, note, ...facts }).execute()
    const told = { delivery: 'stockDelivered', loss: 'stockLost', count: 'stockCounted', own: 'stockUsed' } as const
    describe(told[reason], { name })
    return findProduct(db, productId)
  },

  'catalogue.stockMovements': ({ productId, before, limit }, { db }) => queries.movements(db, productId, before, limit).execute(),
}

/** A minus puts an earlier entry right: a delivery of -2 went back, a loss of -2 turned up again. */
function gained(reason: NewStockMovement['reason'], quantity: number, stock: number) {
  if (reason === 'count') return quantity - stock
  return reason === 'delivery' ? quantity : -quantity
}
