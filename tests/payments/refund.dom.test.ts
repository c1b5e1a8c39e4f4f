import { expect, it } from 'vitest'
import { layOut } from '../support/layout.ts'
import { openShopWindow, texts } from '../support/money-window.ts'
import { withVouchers } from '../support/vouchers.ts'
import { dialog, enter, eventually, press, seen } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()
layOut()

/** A credit note for 42 euros, of which 40 came from a gift card that has expired since. */
async function openNote() {
  await openShopWindow(
    (id: number) => `/invoices/${id}`,
    async shop => {
      const { api, aCard, sell, pay, anInvoice } = await withVouchers(shop)
      const { voucher } = await sell([aCard({ price: 4000 })], { contactId: null })
      const { id } = await anInvoice()
      await pay(voucher.id, 4000, id)
      await api('payments.record', { method: 'card', amount: 200, documentIds: [id] })
      await api('vouchers.change', { id: voucher.id, expiresOn: '2026-11-23' })
      return (await api('invoices.credit', { id })).id
    },
  )
  await press('Give back')
  await eventually(() => expect(seen(dialog())).toContain('€42.00 of €42.00 go back.'))
}
const amounts = () => [...dialog().querySelectorAll<HTMLInputElement>('.way input[inputmode=decimal]')]
const chosen = () => [...dialog().querySelectorAll<HTMLInputElement>('.way input[type=radio]:checked')].map(({ value }) => value)

it('says that a gift card has expired, and proposes cash for what it paid', async () => {
  await openNote()
  expect(texts('.way .amber')).toEqual(['The gift card expired on 23 Nov 2026: whoever has it could not use what goes back onto it.'])
  expect(chosen()).toEqual(['cash', 'card'])
})

it('marks the way by which more would go back than came', async () => {
  await openNote()
  enter(amounts()[0]!, '30')
  enter(amounts()[1]!, '3')
  await eventually(() => expect(texts('.way .note')).toEqual(['No more than €2.00 is left of it.']))
  expect([...dialog().querySelectorAll('button')].find(one => seen(one) === 'Give back')!.disabled).toBe(true)
})
