import { describe, expect, it } from 'vitest'
import type { NewProduct } from '../../shared/catalogue/product.ts'
import { openApp } from '../support/app.ts'
import { aProduct, aService } from '../support/factories.ts'

const shampoo: NewProduct = {
  ...{ name: 'Shampoo', category: 'Hair care', sku: 'SH-1', barcode: '4006381333931', unit: 'C62', price: 1490, pricing: 'gross' },
  ...{ taxRateId: null, cost: 620, isStocked: true, note: 'For dry hair' },
}

describe('a product', () => {
  it('needs a name and a price, and can say far more', async () => {
    const { api } = await openApp()
    expect(await api('catalogue.createProduct', aProduct())).toEqual({
      ...{ id: 1, name: 'Comb', category: '', sku: '', barcode: '', unit: 'C62', price: 450, pricing: 'gross', taxRateId: null },
      ...{ cost: null, isStocked: false, note: '', stock: null, archivedAt: null },
    })
    expect(await api('catalogue.createProduct', shampoo)).toEqual({ ...shampoo, id: 2, stock: 0, archivedAt: null })
    await api('catalogue.createProduct', aProduct({ name: 'Ölkur' }))
    await api('catalogue.createProduct', aProduct({ name: 'wax' }))
    expect((await api('catalogue.products', {})).map(({ name }) => name)).toEqual(['Comb', 'Ölkur', 'Shampoo', 'wax'])
  })

  it('is changed and changed back; what is left out stays', async () => {
    const { api } = await openApp()
    const before = await api('catalogue.createProduct', shampoo)
    const { value, operation } = await api.noted('catalogue.changeProduct', { id: before.id, price: 1590 })
    expect(value).toEqual({ ...before, price: 1590 })
    expect((await api.noted('catalogue.changeProduct', { id: before.id, price: 1590 })).operation).toBeNull()
    await api.run('operations.undo', { id: operation! })
    expect(await api('catalogue.products', {})).toEqual([before])
  })

  it('has a number and a barcode of its own among those that are sold', async () => {
    const { api, call } = await openApp()
    const first = await api('catalogue.createProduct', shampoo)
    const second = await api('catalogue.createProduct', aProduct({ sku: 'C-1', barcode: '42' }))
    const skuTaken = { code: 'conflict', reason: 'skuTaken', params: { name: 'Shampoo' } }
    const barcodeTaken = { code: 'conflict', reason: 'barcodeTaken', params: { name: 'Shampoo' } }
    expect(await call('catalogue.createProduct', aProduct({ sku: shampoo.sku }))).toMatchObject(skuTaken)
    expect(await call('catalogue.changeProduct', { id: second.id, barcode: shampoo.barcode })).toMatchObject(barcodeTaken)
    await api('catalogue.archiveProduct', { id: first.id, archived: true })
    await api('catalogue.changeProduct', { id: second.id, barcode: shampoo.barcode })
    expect(await call('catalogue.archiveProduct', { id: first.id, archived: false })).toMatchObject({
      ...{ reason: 'barcodeTaken', params: { name: 'Comb' } },
    })
    await api('catalogue.changeProduct', { id: second.id, barcode: '' })
    expect(await api('catalogue.archiveProduct', { id: first.id, archived: false })).toEqual(first)
  })

  it('and a service are taxed by a rate that is there', async () => {
    const { api, call } = await openApp()
    const gone = { code: 'notFound', reason: 'taxRateGone' }
    expect(await call('catalogue.createProduct', aProduct({ taxRateId: 1 }))).toMatchObject(gone)
    expect(await call('catalogue.createService', aService({ taxRateId: 1 }))).toMatchObject(gone)
    await api('settings.update', { businessName: 'Salon Marlene' })
    const product = await api('catalogue.createProduct', aProduct({ taxRateId: 2, pricing: 'net' }))
    const service = await api('catalogue.createService', aService({ taxRateId: 2, pricing: 'net', price: 3500 }))
    expect([product, service]).toMatchObject(Array(2).fill({ taxRateId: 2, pricing: 'net' }))
    expect(await call('catalogue.changeProduct', { id: product.id, taxRateId: 99 })).toMatchObject(gone)
    expect(await call('catalogue.changeService', { id: service.id, taxRateId: 99 })).toMatchObject(gone)
  })
})

describe('the stock of a product', () => {
  it('is what came and went, and what was counted', async () => {
    const { api, clock } = await openApp()
    const { id: productId } = await api('catalogue.createProduct', shampoo)
    const moved = async (reason: 'delivery' | 'loss' | 'own' | 'count', quantity: number, note = '') =>
      (await api('catalogue.moveStock', { productId, reason, quantity, note })).stock
    expect(await moved('delivery', 12_000, 'Invoice 4711')).toBe(12_000)
    expect(await moved('loss', 1000)).toBe(11_000)
    expect(await moved('loss', -1000)).toBe(12_000)
    expect(await moved('own', 500)).toBe(11_500)
    expect(await moved('count', 10_000)).toBe(10_000)
    expect(await moved('count', 10_000)).toBe(10_000)
    const latest = await api('catalogue.stockMovements', { productId, limit: 2 })
    const fact = { productId, at: clock.now.toISOString(), documentId: null, note: '', user: 'owner' }
    expect(latest).toEqual([
      { ...fact, id: 6, reason: 'count', quantity: 0 },
      { ...fact, id: 5, reason: 'count', quantity: -1500 },
    ])
    const earlier = await api('catalogue.stockMovements', { productId, before: latest[1]!.id })
    expect(earlier.map(({ reason, quantity, note }) => [reason, quantity, note])).toEqual([
      ['own', -500, ''],
      ['loss', 1000, ''],
      ['loss', -1000, ''],
      ['delivery', 12_000, 'Invoice 4711'],
    ])
  })

  it('stays as it was entered, and is put right by another entry only', async () => {
    const { api } = await openApp()
    const { id: productId } = await api('catalogue.createProduct', shampoo)
    const { operation } = await api.noted('catalogue.moveStock', { productId, reason: 'delivery', quantity: 1000 })
    await expect(api.run('operations.undo', { id: operation! })).rejects.toMatchObject({ failure: { reason: 'operationFinal' } })
  })

  it('is not kept of everything, and has its bounds', async () => {
    const { api, call } = await openApp()
    const comb = await api('catalogue.createProduct', aProduct())
    const { id: productId } = await api('catalogue.createProduct', shampoo)
    const refused = async (over: object) => await call('catalogue.moveStock', { productId, reason: 'delivery', quantity: 1000, ...over })
    expect(await refused({ productId: comb.id })).toMatchObject({ reason: 'productNotCounted', params: { name: 'Comb' } })
    expect(await refused({ productId: 99 })).toMatchObject({ reason: 'productGone' })
    expect(await refused({ quantity: 0 })).toMatchObject({ reason: 'stockNothing' })
    expect(await refused({ reason: 'count', quantity: -1 })).toMatchObject({ reason: 'stockBelowNothing' })
    await api('catalogue.moveStock', { productId, reason: 'delivery', quantity: 1_000_000_000 })
    expect(await refused({})).toMatchObject({ reason: 'stockTooMuch' })
  })
})
