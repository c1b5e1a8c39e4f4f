import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'
import { aProduct, aService } from '../support/factories.ts'

async function shop() {
  const app = await openApp()
  for (const name of ['Haircut', 'Föhnen', 'Deep conditioning']) await app.api('catalogue.createService', aService({ name, price: 3500 }))
  for (const [name, sku, barcode] of [
    ['Conditioner', 'HC-7', '4006381333931'],
    ['Dry shampoo', 'HAIR', ''],
    ['Hair wax', 'W-1', '40063'],
    ['Gel "extra hold" 100 %', '', ''],
  ] as const) {
    await app.api('catalogue.createProduct', aProduct({ name, sku, barcode, isStocked: true }))
  }
  const found = async (text: string, limit = 10) => (await app.api('catalogue.find', { text, limit })).map(({ name }) => name)
  return { ...app, found }
}

describe('what can be sold', () => {
  it('is found by the beginning of its name, then of its words, then by any part', async () => {
    const { found } = await shop()
    expect(await found('con')).toEqual(['Conditioner', 'Deep conditioning'])
    expect(await found('FOHN')).toEqual(['Föhnen'])
    expect(await found('sham dr')).toEqual(['Dry shampoo'])
    expect(await found('poo')).toEqual(['Dry shampoo'])
    expect(await found('100 %')).toEqual(['Gel "extra hold" 100 %'])
    expect(await found('%')).toEqual([])
  })

  it('is found first by its whole number or barcode', async () => {
    const { found } = await shop()
    expect(await found('hair')).toEqual(['Dry shampoo', 'Hair wax', 'Haircut'])
    expect(await found('40063')).toEqual(['Hair wax', 'Conditioner'])
    expect(await found('hc-7')).toEqual(['Conditioner'])
  })

  it('comes with what a line needs, and only as long as it is offered', async () => {
    const { api, found } = await shop()
    await api('catalogue.moveStock', { productId: 3, reason: 'delivery', quantity: 5000 })
    expect(await api('catalogue.find', { text: 'hair w' })).toEqual([
      { kind: 'product', id: 3, name: 'Hair wax', category: '', unit: 'C62', price: 450, pricing: 'gross', taxRateId: null, stock: 5000 },
    ])
    expect(await api('catalogue.find', { text: 'hairc' })).toEqual([
      { kind: 'service', id: 1, name: 'Haircut', category: '', unit: 'C62', price: 3500, pricing: 'gross', taxRateId: null, stock: null },
    ])
    await api('catalogue.archiveProduct', { id: 3, archived: true })
    await api('catalogue.archiveService', { id: 1, archived: true })
    expect(await found('hair')).toEqual(['Dry shampoo'])
    expect(await found('', 2)).toEqual(['Conditioner', 'Deep conditioning'])
  })
})
