import { expect, it, vi } from 'vitest'
import { openShopWindow, part, showing, texts } from '../support/money-window.ts'
import { dialog, eventually, field, press, seen, type } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()

/** Anna has owed since yesterday's yesterday, and is to be reminded today. */
const openPage = () =>
  openShopWindow('/invoices/open', async ({ api, anInvoice, ids }) => {
    const { levels } = await api('dunning.settings', {})
    await api('dunning.changeSettings', { levels: [{ ...levels[0], days: 0, fee: 250 }, levels[1], levels[2]] })
    const { id } = await anInvoice({ paymentDays: 0 })
    vi.setSystemTime(new Date('2026-11-27T08:00:00.000Z'))
    return { id, ids }
  })

/** The clock of the app is that of the shop. */
async function threeDaysLater() {
  const window = await openPage()
  window.shop.clock.now = new Date('2026-11-27T08:00:00.000Z')
  await window.router.push('/invoices')
  await window.router.push('/invoices/open')
  await showing('tr.client', ['Anna Petersen 1 document €42.00 €42.00 Level 1 today Remind'])
  return window
}

it('shows what is open by client, with what comes next, and opens to the documents', async () => {
  await threeDaysLater()
  expect(part('.page-header .facts')).toBe('€42.00 open · €42.00 of it overdue')
  await press('Documents of Anna Petersen')
  await showing('tr.items tbody tr', ['2026-0001 24 Nov 2026 24 Nov 2026 3 €42.00 Level 1 today Pause'])
  await press('Pause')
  await eventually(() => expect(field('Why', dialog())).toBeTruthy())
  type(field('Why', dialog()), 'Disputed')
  dialog().querySelector('form')!.requestSubmit()
  await showing('tr.client', ['Anna Petersen 1 document €42.00 €42.00 Paused until Fri 11 Dec'])
  await eventually(() => expect(part('tr.items tbody tr')).toContain('Disputed'))
})

it('sends one letter, milder than usual, which then stands beside the invoice', async () => {
  const { router, api, happened } = await threeDaysLater()
  await press('Remind')
  await eventually(() => expect(seen(dialog())).toContain('€44.50'))
  type(field('Fee', dialog()), '1')
  await eventually(() => expect(seen(dialog())).toContain('€43.00'))
  await press('Mark as sent')
  await showing('tr.client', ['Anna Petersen 1 document · Level 1 on 27 Nov 2026 €42.00 €42.00 Level 2 on Fri 11 Dec Remind'])
  expect(await api('dunning.get', { id: 1 })).toMatchObject({ fee: 100, level: 1 })
  await router.push(`/invoices/${happened.id}`)
  await eventually(() => expect(texts('aside .card').join()).toContain('Reminders Payment reminder 27 Nov 2026'))
})
