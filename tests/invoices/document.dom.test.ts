import { describe, expect, it, vi } from 'vitest'
import { openShopWindow, part, texts } from '../support/money-window.ts'
import { choose, control, dialog, eventually, field, key, press, seen, type } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const items = () =>
  vi.waitFor(() => {
    const found = document.getElementById('items')
    if (!found) throw new Error('There is no field for a line.')
    return found
  })

async function add(words: string) {
  const input = await items()
  input.focus()
  type(input, words)
  key('Enter', {}, input)
}
const lines = () => [...document.querySelectorAll<HTMLInputElement>('[data-name]')].map(({ value }) => value)
const total = () => part('.total dd')

describe('a draft', () => {
  it('takes what is typed from the catalogue, counts it as it is typed, and is issued for good', async () => {
    const { api, shop } = await openShopWindow('/invoices/new', async () => undefined)
    await add('shamp')
    await eventually(() => expect(lines()).toEqual(['Shampoo']))
    await add('cut')
    await eventually(() => expect(lines()).toEqual(['Shampoo', 'Cut']))
    await add('shamp')
    await eventually(() => expect(total()).toBe('€71.80'))
    expect(part('.sheet table')).toContain('Shampoo 2 14.90 29.80')

    await press('Issue')
    await eventually(() => expect(seen(dialog())).toContain('€71.80 for Walk-in'))
    ;[...dialog().querySelectorAll('button')].at(-1)!.click()
    await eventually(() => expect(part('h1')).toBe('Invoice 2026-0001'))
    expect(await api('invoices.list', {})).toMatchObject([{ number: '2026-0001', gross: 7180, state: 'open' }])
    expect(await api('catalogue.stockMovements', { productId: shop.ids.shampoo })).toMatchObject([{ quantity: -2000 }])
  })

  it('is saved, told of, and taken back by Undo', async () => {
    const { api } = await openShopWindow(
      ({ contact }: { contact: number }) => `/invoices/new?contact=${contact}&kind=quote`,
      async ({ ids }) => ({ contact: ids.anna }),
    )
    await add('cut')
    await eventually(() => expect(part('.page-header .facts')).toBe('Not saved yet'))
    await press('Save Ctrl S')
    await eventually(() => expect(part('.page-header .facts')).toBe('Saved as a draft'))
    expect(await api('invoices.list', {})).toMatchObject([{ kind: 'quote', state: 'draft', buyerName: 'Anna Petersen', gross: 4200 }])
    await press('Undo')
    await vi.waitFor(async () => expect(await api('invoices.list', {})).toEqual([]))
  })

  it('says what is missing before it can be issued, and leads there', async () => {
    await openShopWindow('/invoices/new', async ({ api }) => {
      const { seller } = await api('invoices.settings', {})
      await api('invoices.changeSettings', { seller: { ...seller, taxNumber: '' } })
    })
    await items()
    await press('Issue')
    await eventually(() =>
      expect(texts('.missing li')).toEqual([
        'Add at least one line. Add a line',
        'Your tax number or VAT number is missing. Fill it in under Settings > Invoices. Open settings',
      ]),
    )
  })

  it('moves a line by keyboard, and takes a discount off it', async () => {
    const { api } = await openShopWindow(
      ({ id }: { id: number }) => `/invoices/${id}`,
      async ({ api, aDraft, aLine }) => api('invoices.draft', aDraft({ lines: [aLine(), aLine({ name: 'Wig', price: 10000 })] })),
    )
    await eventually(() => expect(lines()).toEqual(['Cut', 'Wig']))
    key('ArrowDown', { altKey: true }, document.querySelector('[data-name]')!)
    await eventually(() => expect(lines()).toEqual(['Wig', 'Cut']))
    ;(await control('Standard rate 19%')).click()
    await vi.waitFor(() => field('Discount'))
    type(field('Discount'), '10')
    await eventually(() => expect(total()).toBe('€132.00'))
    await press('Save Ctrl S')
    await vi.waitFor(async () =>
      expect(await api('invoices.get', { id: 1 })).toMatchObject({
        lines: [{ name: 'Wig', discount: { kind: 'percent', basisPoints: 1000 } }, { name: 'Cut' }],
      }),
    )
  })
})

describe('what was issued', () => {
  const openInvoice = () =>
    openShopWindow(
      ({ id }: { id: number }) => `/invoices/${id}`,
      async ({ anInvoice, aLine }) => anInvoice({ lines: [aLine(), aLine({ name: 'Shampoo', price: 1490 })] }),
    )

  it('is paid in parts, and says what is left', async () => {
    const { api } = await openInvoice()
    await press('Record a payment P')
    await vi.waitFor(() => field('Amount', dialog()))
    type(field('Amount', dialog()), '20')
    dialog().querySelector('form')!.requestSubmit()
    await eventually(() => expect(part('aside .amount')).toBe('€36.90'))
    await eventually(() => expect(texts('aside ul li')).toEqual(['Transfer 24 Nov 2026 €20.00']))
    expect(await api('payments.list', {})).toMatchObject([{ method: 'transfer', amount: 2000, left: 0 }])
  })

  it('is taken back line by line, by a document of its own', async () => {
    const { api } = await openInvoice()
    await press('Credit note')
    await vi.waitFor(() => expect(dialog().querySelectorAll('input[type=radio]')).toHaveLength(2))
    dialog().querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click()
    await vi.waitFor(() => expect(dialog().querySelectorAll('li input[type=checkbox]')).toHaveLength(2))
    dialog().querySelectorAll<HTMLInputElement>('li input[type=checkbox]')[1]!.click()
    await eventually(() => expect(part('dialog .sum')).toBe('Credited €14.90'))
    dialog().querySelector('form')!.requestSubmit()
    await eventually(() => expect(part('h1')).toBe('Credit note CN-2026-0001'))
    expect(part('.sheet')).toContain('For invoice 2026-0001')
    expect(await api('invoices.get', { id: 1 })).toMatchObject({ open: 4200, settled: 1490 })
  })

  it('becomes an invoice from a quote that was accepted', async () => {
    const { api } = await openShopWindow(
      ({ id }: { id: number }) => `/invoices/${id}`,
      async ({ api, aDraft }) => api('invoices.issue', { id: (await api('invoices.draft', aDraft({ kind: 'quote' }))).id }),
    )
    await press('Accepted')
    await eventually(() => expect(part('.page-header .tag')).toBe('accepted'))
    await press('Make an invoice')
    await eventually(() => expect(part('h1')).toBe('Draft of an invoice'))
    expect(await api('invoices.get', { id: 2 })).toMatchObject({ kind: 'invoice', sourceId: 1, gross: 4200 })
  })

  it('is saved as a PDF and as an e-invoice where the user wants it', async () => {
    const chosen: string[] = []
    const noFile = (name: string) => {
      chosen.push(name)
      return Promise.resolve(null)
    }
    await openShopWindow(
      ({ id }: { id: number }) => `/invoices/${id}`,
      async ({ anInvoice }) => anInvoice(),
      { chooseDestination: noFile },
    )
    await press('Save PDF')
    await press('Save receipt')
    await press('E-invoice')
    await press('XRechnung, Peppol (UBL)')
    await eventually(() => expect(chosen).toEqual(['Invoice 2026-0001.pdf', 'Receipt 2026-0001.pdf', 'Invoice 2026-0001.xml']))
  })
})

it('keeps the settings as they are typed, and refuses an account number with a slip', async () => {
  const { api } = await openShopWindow('/settings/invoices', async () => undefined)
  await vi.waitFor(() => field('IBAN'))
  const leave = (name: string, text: string) => {
    type(field(name), text)
    field(name).dispatchEvent(new Event('change', { bubbles: true }))
  }
  leave('IBAN', 'DE02120300000000202052')
  await eventually(() => expect(seen()).toContain('There is a slip in this IBAN'))
  leave('IBAN', 'DE02 1203 0000 0000 2020 51')
  leave('Street and number', 'Elbchaussee 5')
  await vi.waitFor(async () =>
    expect(await api('invoices.settings', {})).toMatchObject({ seller: { address: { street: 'Elbchaussee 5' } } }),
  )
  await eventually(() => expect(part('.sheet')).toContain('Elbchaussee 5'))
  leave('Invoice', 'R{YY}-###')
  await eventually(() => expect(seen()).toContain('The next one is R26-001.'))
  choose(field('Usual tax rate'), String((await api('taxes.rates', {})).find(({ periods }) => periods.at(-1)?.basisPoints === 700)!.id))
  await vi.waitFor(async () => expect((await api('invoices.settings', {})).defaultTaxRateId).not.toBeNull())
})
