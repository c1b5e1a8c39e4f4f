import { describe, expect, it } from 'vitest'
import { aProduct, aService } from '../support/factories.ts'
import { choose, control, dialog, eventually, field, openWindow, press, seen, type } from '../support/window.ts'

const shelf = [
  aProduct({ name: 'Shampoo', category: 'Hair care', sku: 'SH-1', barcode: '4006381333931', price: 1490, isStocked: true }),
  aProduct({ name: 'Öl', category: 'Hair care', price: 990, pricing: 'net' }),
  aProduct({ name: 'Comb' }),
]

const openShelf = () =>
  openWindow({
    path: '/settings/products',
    async before({ api }) {
      for (const product of shelf) await api('catalogue.createProduct', product)
    },
  })

describe('the products in the settings', () => {
  it('begin with one, with its tax rate and its stock', async () => {
    const { api } = await openWindow({ path: '/settings/products' })
    await eventually(() => expect(seen()).toContain('Nothing is sold yet'))
    await press('New product')
    await eventually(() => field('Name', dialog()))
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('Please fill this in.'))
    type(field('Name', dialog()), 'Shampoo')
    type(field('Price', dialog()), '14,90')
    choose(field('Tax rate', dialog()), '2')
    field('Count its stock', dialog()).click()
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen()).toContain('Shampoo €14.90 0'))
    expect(await api('catalogue.products', {})).toMatchObject([{ name: 'Shampoo', price: 1490, taxRateId: 2, stock: 0 }])
  })

  it('are found by a part of the name without its accents, by their number, and by category', async () => {
    await openShelf()
    await eventually(() => expect(seen()).toContain('Comb €4.50'))
    expect(seen()).toContain('Shampoo SH-1 · 4006381333931 Hair care €14.90 0')
    type(field('Find a product'), 'ol')
    await eventually(() => expect(seen()).not.toContain('Shampoo'))
    expect(seen()).toContain('Öl Hair care €9.90 without tax')
    type(field('Find a product'), 'sh-1')
    await eventually(() => expect(seen()).toContain('Shampoo'))
    type(field('Find a product'), '')
    choose(field('Category'), 'Hair care')
    await eventually(() => expect(seen()).not.toContain('Comb'))
  })

  it('are sold no more, and again', async () => {
    await openShelf()
    await press('Sell Comb no more')
    await eventually(() => expect(seen()).toContain('Comb is sold no more.'))
    field('Also those sold no more').click()
    await press('Sell Comb again')
    await control('Sell Comb no more')
  })

  it('refuse a number that another one has, above the form', async () => {
    await openShelf()
    await press('Change Comb')
    await eventually(() => field('Number', dialog()))
    type(field('Number', dialog()), 'SH-1')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('Shampoo has this number already.'))
  })

  it('are counted, and show what moved them', async () => {
    const { api } = await openShelf()
    await press('Stock of Shampoo: 0')
    await eventually(() => expect(seen(dialog())).toContain('Nothing so far.'))
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toContain('Please enter how many came or went.'))
    type(field('How many came', dialog()), '12')
    type(field('Note', dialog()), 'Delivery note 4711')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toMatch(/12 there.*Delivery · Delivery note 4711 \+12/))
    expect(seen()).not.toContain('Undo')
    field('Count', dialog()).click()
    await eventually(() => field('How many are there', dialog()))
    type(field('How many are there', dialog()), '11,5')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(seen(dialog())).toMatch(/11.5 there.*Count -0.5.*Delivery/))
    expect(await api('catalogue.products', {})).toMatchObject([{}, {}, { name: 'Shampoo', stock: 11_500 }])
  })
})

describe('a service', () => {
  it('is priced with or without tax, at a rate', async () => {
    const { api } = await openWindow({
      path: '/settings/services',
      before: ({ api }) => api('catalogue.createService', aService({ name: 'Cut', price: 3500 })),
    })
    await press('Change Cut')
    await eventually(() => expect(seen(dialog())).toContain('Reduced rate · 7%'))
    choose(field('The price is', dialog()), 'net')
    choose(field('Tax rate', dialog()), '1')
    dialog().querySelector('form')?.requestSubmit()
    await eventually(() => expect(dialog().tagName).toBe('P'))
    expect(await api('catalogue.services', {})).toMatchObject([{ name: 'Cut', pricing: 'net', taxRateId: 1 }])
  })
})
