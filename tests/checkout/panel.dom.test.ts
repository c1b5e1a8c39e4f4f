import { expect, it, vi } from 'vitest'
import { terms } from '../loyalty/programme.ts'
import { aStaffMember } from '../support/factories.ts'
import { openShopWindow, part, texts } from '../support/money-window.ts'
import { withVouchers } from '../support/vouchers.ts'
import { control, eventually, key, press, type } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const panel = () => document.querySelector('dialog.checkout')!
const given = (index = 0) =>
  vi.waitFor(() => {
    const found = panel().querySelectorAll<HTMLInputElement>('.given input')[index]
    if (!found) throw new Error('There is no field for what is given.')
    return found
  })
const pay = () => panel().querySelector<HTMLFormElement>('form.paid')!.requestSubmit()
const open = () => key('k', { ctrlKey: true, shiftKey: true }, document.body)

async function sell(words: string) {
  const input = await vi.waitFor(() => panel().querySelector<HTMLInputElement>('#items') ?? Promise.reject(new Error('closed')))
  input.focus()
  type(input, words)
  key('Enter', {}, input)
}

it('sells over the counter in cash: what was read by the scanner, the change, the number', async () => {
  const { api, shop } = await openShopWindow('/history', async ({ api, ids }) =>
    api('catalogue.changeProduct', { id: ids.shampoo, barcode: '4012345678901' }),
  )
  open()
  await sell('4012345678901')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €14.90'))
  type(await given(), '20')
  await eventually(() => expect(part('.result')).toBe('Change €5.10'))
  pay()
  await eventually(() => expect(part('.completed .change')).toBe('Change to give €5.10'))
  expect(part('.completed .what')).toBe('Invoice 2026-0001 · Walk-in · €14.90')
  expect(await api('payments.list', {})).toMatchObject([{ method: 'cash', amount: 1490, tendered: 2000 }])
  expect(await api('catalogue.stockMovements', { productId: shop.ids.shampoo })).toMatchObject([{ quantity: -1000 }])
})

it('knows a client by their card in the middle of a sale, offers what their points are good for with what the sale earns, and takes it off', async () => {
  const { api, shop } = await openShopWindow('/history', async ({ api, ids }) => {
    await api('catalogue.changeProduct', { id: ids.shampoo, barcode: '4012345678901' })
    const { id: programmeId } = await api('loyalty.createProgramme', {
      ...{ name: 'Stars', unit: 'stars', startsOn: '2026-01-01' },
      terms: { ...terms, sameSale: true },
    })
    await api('loyalty.createReward', { programmeId, name: 'A euro off', points: 23, effect: { kind: 'amount', amount: 100 } })
    await api('loyalty.adjust', { contactId: ids.anna, programmeId, points: 10, note: 'Review' })
    await api('loyalty.giveCard', { contactId: ids.anna, number: 'BONUS 0042' })
  })
  open()
  await sell('4012345678901')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €14.90'))
  await sell('bonus-0042')
  await eventually(() => expect(part('.sold .client')).toBe('Anna Petersen'))
  // 10 are there, and 14 come with the sale; a euro less earns 13, which is just enough.
  await eventually(() => expect(part('.paid .sum')).toBe('24 stars 14 of them with this sale'))
  await press('A euro off for 23 stars')
  await eventually(() => expect([part('.paid .total'), part('.paid .sum')]).toEqual(['To pay €13.90', '0 stars 13 of them with this sale']))
  type(await given(), '20')
  await eventually(() => expect(part('.result')).toBe('Change €6.10'))
  pay()
  await eventually(() => expect(part('.completed .what')).toBe('Invoice 2026-0001 · Anna Petersen · €13.90'))
  expect(await api('loyalty.balance', { contactId: shop.ids.anna })).toMatchObject([{ points: 0 }])
})

it('takes a visit’s bill in two ways with a tip, and the visit is done', async () => {
  const { api } = await openShopWindow('/calendar', async ({ api, aVisit }) => api('appointments.book', aVisit()))
  const block = await vi.waitFor(() => document.querySelector<HTMLElement>('.ec-event') ?? Promise.reject(new Error('no visit')))
  block.click()
  await vi.waitFor(() => expect(document.querySelector('.popover .visit')).not.toBeNull())
  key('o', {}, document.querySelector('.popover')!)
  await eventually(() => expect(part('.paid .total')).toBe('To pay €42.00'))
  await press('Tip')
  await vi.waitFor(() => expect(texts('.extras label')).toEqual(['Tip']))
  type(panel().querySelector('.extras input'), '3')
  type(await given(), '20')
  key('Enter', {}, await given())
  await given(1)
  await eventually(() => expect(part('.paid .given:last-of-type')).toBeDefined())
  pay()
  await eventually(() => expect(part('.completed .open')).toBe('All paid'))
  expect(await api('payments.list', {})).toMatchObject([
    { method: 'card', amount: 2200, tip: 300 },
    { method: 'cash', amount: 2000, tip: 0 },
  ])
  expect(await api('appointments.between', { from: '2026-11-24', to: '2026-11-25' })).toMatchObject([{ status: 'done' }])
  await press('Book the next visit')
  await eventually(() => expect(part('.booking')).toContain('Anna Petersen'))
})

it('takes nothing that nobody asked for, and lets a client it knows pay later', async () => {
  const { api } = await openShopWindow('/calendar', async ({ api, aVisit }) => api('appointments.book', aVisit()))
  const block = await vi.waitFor(() => document.querySelector<HTMLElement>('.ec-event') ?? Promise.reject(new Error('no visit')))
  block.click()
  await vi.waitFor(() => expect(document.querySelector('.popover .visit')).not.toBeNull())
  key('o', {}, document.querySelector('.popover')!)
  const card = await vi.waitFor(
    () => panel().querySelectorAll<HTMLInputElement>('.way input[type=radio]')[1] ?? Promise.reject(new Error('closed')),
  )
  card.click()
  type(await given(), '50')
  await eventually(() => expect(part('.result')).toBe('€8.00 too much. Only cash gives change.'))
  type(await given(), '0')
  ;(await control('Invoice, paid later')).click()
  await eventually(() => expect(part('.completed .open')).toBe('€42.00 stays open'))
  expect(await api('payments.list', {})).toEqual([])
})

it('offers the tax rates of the country where a shop has none, and goes on with the sale', async () => {
  const { api } = await openShopWindow('/history', async ({ api }) => {
    for (const { id } of await api('taxes.rates', {})) await api('taxes.archiveRate', { id, archived: true })
    await api('settings.update', { country: 'CH' })
  })
  open()
  await eventually(() => expect(part('dialog.checkout .missing')).toContain('No tax rates yet'))
  await press('Take over the rates of Switzerland')
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €14.90'))
  expect((await api('taxes.rates', {})).filter(({ archivedAt }) => archivedAt === null)).toHaveLength(6)
})

it('offers them too where a visit is to be paid, whose bill could not be drawn up', async () => {
  await openShopWindow('/calendar', async ({ api, aVisit }) => {
    await api('appointments.book', aVisit())
    for (const { id } of await api('taxes.rates', {})) await api('taxes.archiveRate', { id, archived: true })
    await api('settings.update', { country: 'CH' })
  })
  const block = await vi.waitFor(() => document.querySelector<HTMLElement>('.ec-event') ?? Promise.reject(new Error('no visit')))
  block.click()
  await vi.waitFor(() => expect(document.querySelector('.popover .visit')).not.toBeNull())
  key('o', {}, document.querySelector('.popover')!)
  await press('Take over the rates of Switzerland')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €42.00'))
})

it('charges the fee for a visit that was missed', async () => {
  await openShopWindow('/calendar', async ({ api, aVisit }) => {
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.setStatus', { id, status: 'noShow' })
    await api('settings.update', { missedFee: { kind: 'amount', amount: 1500 } })
  })
  const block = await vi.waitFor(() => document.querySelector<HTMLElement>('.ec-event') ?? Promise.reject(new Error('no visit')))
  block.click()
  await press('Charge the fee F')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €15.00'))
  expect(panel().querySelector<HTMLInputElement>('[data-name]')?.value).toBe('Fee for the missed visit of 24 Nov 2026')
})

it('takes off what a price rule gives, says why, and leaves alone what was typed over it', async () => {
  const { api } = await openShopWindow('/history', ({ api }) =>
    api('prices.createRule', { name: 'Happy hour', effect: { kind: 'amount', amount: 200 } }),
  )
  open()
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €12.90'))
  expect(part('.sold .fold')).toContain('Happy hour: €2.00 off')
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €25.80'))
  panel().querySelector<HTMLElement>('.fold')!.click()
  await vi.waitFor(() => expect(panel().querySelector('.details .discount input')).not.toBeNull())
  type(panel().querySelector('.details .discount input'), '5')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €24.80'))
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €37.70'))
  pay()
  await eventually(() => expect(part('.completed .what')).toContain('€37.70'))
  const { lines } = await api('invoices.get', { id: 1 })
  expect(lines.map(({ quantity, discount }) => [quantity, discount])).toEqual([
    [2000, { kind: 'amount', amount: 500 }],
    [1000, { kind: 'amount', amount: 200, reason: 'Happy hour' }],
  ])
})

it('stays while the page beneath changes its own address, and goes with a link that leads elsewhere', async () => {
  const { router } = await openShopWindow('/invoices', async ({ api }) => api('catalogue.products', {}))
  open()
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €14.90'))
  await router.replace('/contacts')
  expect(part('.paid .total')).toBe('To pay €14.90')
  type(await given(), '20')
  pay()
  await eventually(() => expect(part('.completed .what')).toBe('Invoice 2026-0001 · Walk-in · €14.90'))
  panel().querySelector<HTMLElement>('.what a')!.click()
  await eventually(() => expect([router.currentRoute.value.name, panel()]).toEqual(['invoice', null]))
})

const isOpen = () => document.querySelector('dialog.checkout') !== null
const escape = () => panel().dispatchEvent(new Event('cancel', { cancelable: true }))
const question = () => part('dialog[open]:not(.checkout)')

it('asks before what was put in is thrown away, and does not where there is nothing', async () => {
  await openShopWindow('/today', async ({ api, aVisit }) => api('appointments.book', aVisit()))
  await press('Check out')
  await vi.waitFor(() => expect(panel().querySelector('#items')).not.toBeNull())
  escape()
  await vi.waitFor(() => expect(isOpen()).toBe(false))
  await press('Check out')
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €14.90'))
  escape()
  await eventually(() => expect(question()).toContain('Leave without saving?'))
  await press('Cancel')
  await eventually(() => expect([question(), part('.paid .total')]).toEqual(['', 'To pay €14.90']))
  escape()
  await press('Leave without saving')
  await vi.waitFor(() => expect(isOpen()).toBe(false))
})

it('goes on with the lines once a client is chosen, who can be taken off again', async () => {
  const { api } = await openShopWindow('/invoices', async () => undefined)
  await press('Check out')
  const find = async () =>
    vi.waitFor(() => panel().querySelector<HTMLInputElement>('.sold [placeholder^=Walk-in]') ?? Promise.reject(new Error('no client')))
  const client = await find()
  type(client, 'Anna')
  await vi.waitFor(() => expect(panel().querySelectorAll('[role=option]')).toHaveLength(1))
  key('Enter', {}, client)
  await eventually(() => expect(part('.sold .client')).toBe('Anna Petersen'))
  expect(document.activeElement?.id).toBe('items')
  ;(await control('Another client, or none')).click()
  const again = await find()
  await vi.waitFor(() => expect(document.activeElement).toBe(again))
  await sell('Shampoo')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €14.90'))
  pay()
  await eventually(() => expect(part('.completed .what')).toBe('Invoice 2026-0001 · Walk-in · €14.90'))
  expect(await api('invoices.list', {})).toMatchObject([{ contactId: null }])
})

it('is to be paid for again once the client is taken off whose package paid', async () => {
  await openShopWindow('/invoices', async shop => {
    const { sell, aPackage } = await withVouchers(shop)
    await sell([aPackage()])
  })
  await press('Check out')
  const client = await vi.waitFor(
    () => panel().querySelector<HTMLInputElement>('.sold [placeholder^=Walk-in]') ?? Promise.reject(new Error('no client')),
  )
  type(client, 'Anna')
  await vi.waitFor(() => expect(panel().querySelectorAll('[role=option]')).toHaveLength(1))
  key('Enter', {}, client)
  await eventually(() => expect(part('.sold .client')).toBe('Anna Petersen'))
  await sell('Cut')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €42.00'))
  await press('Take from it')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €0.00'))
  await press('Another client, or none')
  await eventually(() => expect(part('.paid .total')).toBe('To pay €42.00'))
})

it('says on each line who did it: the only one there is, or whoever did the one before', async () => {
  const { api, shop } = await openShopWindow('/cashbook', async () => undefined)
  const choices = () => [...panel().querySelectorAll<HTMLSelectElement>('.staff select')]
  await press('Check out')
  await sell('Cut')
  await eventually(() => expect(choices().map(({ value }) => Number(value))).toEqual([shop.ids.jana]))
  const { id: mia } = await api('staff.create', aStaffMember({ name: 'Mia' }))
  await vi.waitFor(() => expect(choices()[0]!.options).toHaveLength(3))
  await sell('Shampoo')
  await eventually(() => expect(choices().map(({ value }) => Number(value))).toEqual([shop.ids.jana, shop.ids.jana]))
  choices()[1]!.value = String(mia)
  choices()[1]!.dispatchEvent(new Event('change', { bubbles: true }))
  await sell('Cut')
  await eventually(() => expect(choices().map(({ value }) => Number(value))).toEqual([shop.ids.jana, mia, mia]))
  await eventually(() => expect(part('.paid .total')).toBe('To pay €98.90'))
  pay()
  await eventually(() => expect(part('.completed .what')).toContain('€98.90'))
  expect((await api('invoices.get', { id: 1 })).lines.map(({ staffId }) => staffId)).toEqual([shop.ids.jana, mia, mia])
})
