import { expect, it } from 'vitest'
import { layOut } from '../support/layout.ts'
import { openShopWindow, part, showing } from '../support/money-window.ts'
import { eventually, openWindow, press, seen } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()
layOut()

const openList = () =>
  openShopWindow('/invoices', async ({ api, anInvoice, aDraft, aLine, ids, clock }) => {
    const cut = await anInvoice()
    await api('payments.record', { method: 'cash', amount: 4200, documentIds: [cut.id], contactId: ids.anna })
    await anInvoice({ contactId: null, paymentDays: 0, lines: [aLine({ name: 'Wig', price: 12000 })] })
    await api('invoices.issue', { id: (await api('invoices.draft', aDraft({ kind: 'quote' }))).id })
    await api('invoices.draft', aDraft({ title: 'Wedding' }))
    clock.now = new Date('2026-11-26T09:00:00.000Z')
  })
const rows = '.rows .row'

it('shows drafts first, then the latest, with what is open of each', async () => {
  await openList()
  await showing(rows, [
    'Draft of an invoice Anna Petersen · Wedding draft €42.00 –',
    'Q-2026-0001 Quote Anna Petersen 24 Nov 2026 open €42.00 –',
    '2026-0002 Walk-in 24 Nov 2026 24 Nov 2026 overdue €120.00 €120.00',
    '2026-0001 Anna Petersen 24 Nov 2026 8 Dec 2026 paid €42.00 –',
  ])
  await eventually(() => expect(part('.page-header .facts')).toBe('4 documents · €162.00 invoiced · €120.00 open'))
})

it('shows what a chip is for, with the sums of that', async () => {
  await openList()
  await press('Overdue')
  await showing(rows, ['2026-0002 Walk-in 24 Nov 2026 24 Nov 2026 overdue €120.00 €120.00'])
  await eventually(() => expect(part('.page-header .facts')).toBe('1 document · €120.00 invoiced · €120.00 open'))
  await press('Quotes')
  await showing(rows, ['Q-2026-0001 Quote Anna Petersen 24 Nov 2026 open €42.00 –'])
})

it('leads to the settings while the law would refuse an invoice', async () => {
  await openWindow({ path: '/invoices' })
  await eventually(() => expect(seen()).toContain('First, who sends the invoices'))
  expect(seen()).toContain('the address of the shop, the tax number or VAT number')
})
