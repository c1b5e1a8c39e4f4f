import { expect, it, vi } from 'vitest'
import { openShopWindow, part, texts } from '../support/money-window.ts'
import { dialog, eventually, field, press, seen, type } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

const openBook = () =>
  openShopWindow('/cashbook', async ({ api, anInvoice }) => {
    const { id } = await anInvoice()
    await api('payments.record', { method: 'cash', amount: 4200, tip: 300, documentIds: [id] })
  })
const submit = () => dialog().querySelector('form')!.requestSubmit()

it('shows what came into the drawer, for which invoice, and what was taken on the day', async () => {
  await openBook()
  await eventually(() =>
    expect(texts('.columns tbody tr')).toEqual(['8:30 Payment 2026-0001 €42.00 €42.00', '8:30 Tip 2026-0001 €3.00 €45.00']),
  )
  expect(part('.columns')).toContain('Cash 1 payment €42.00 Sum €42.00 Tips, apart €3.00')
})

it('calls what is given back by its name, on the page and on paper', async () => {
  const { api } = await openShopWindow('/cashbook', async ({ api, anInvoice }) => {
    const { id } = await anInvoice()
    await api('payments.record', { method: 'cash', amount: 4200, documentIds: [id] })
    const note = await api('invoices.credit', { id })
    await api('payments.refund', { documentId: note.id, method: 'cash', amount: 4200 })
  })
  await eventually(() =>
    expect(texts('.columns tbody tr')).toEqual(['8:30 Payment 2026-0001 €42.00 €42.00', '8:30 Given back CN-2026-0001 -€42.00 €0.00']),
  )
  expect(texts('.cash-sheet tbody tr')[2]).toBe('8:30 Given back -€42.00 €0.00')
  expect((await api('cashbook.day', {})).entries.map(({ kind }) => kind)).toEqual(['payment', 'payment'])
})

it('writes down what is taken out, then is counted and closed with the difference', async () => {
  const { api } = await openBook()
  await press('Taken out')
  await vi.waitFor(() => field('Amount', dialog()))
  type(field('Amount', dialog()), '10')
  type(field('What for', dialog()), 'Coffee')
  submit()
  await eventually(() => expect(texts('.columns tbody tr').at(-1)).toBe('8:30 Taken out Coffee -€10.00 €35.00'))

  await press('Count and close')
  await vi.waitFor(() => field('Counted', dialog()))
  type(field('Counted', dialog()), '34,50')
  await eventually(() => expect(seen(dialog())).toContain('Difference -€0.50'))
  submit()
  await eventually(() => expect(part('.note')).toContain('Closed with €34.50. €0.50 too little.'))
  expect(await api('cashbook.closings', {})).toMatchObject([{ day: '2026-11-24', expected: 3500, counted: 3450, difference: -50 }])
  expect(seen()).not.toContain('Count and close')
})
