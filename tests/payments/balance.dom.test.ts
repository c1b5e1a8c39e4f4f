import { expect, it } from 'vitest'
import { layOut } from '../support/layout.ts'
import { openShopWindow, part, showing, texts } from '../support/money-window.ts'
import { eventually, press } from '../support/window.ts'
import { onTheMorning } from '../support/morning.ts'

onTheMorning()
layOut()

it('says on the card what a client owes, and leads to their documents and to a new invoice', async () => {
  const { router } = await openShopWindow(
    ({ anna }: { anna: number }) => `/contacts/${anna}`,
    async ({ anInvoice, api, ids }) => {
      const { id } = await anInvoice()
      await anInvoice({ contactId: null })
      await api('payments.record', { method: 'card', amount: 2000, documentIds: [id], contactId: ids.anna })
      return ids
    },
  )
  await eventually(() => expect(texts('.balance dl div')).toEqual(['Paid in all €20.00', 'Open €22.00']))
  await press('1 document')
  await showing('.rows .row', ['2026-0001 Anna Petersen 24 Nov 2026 8 Dec 2026 part paid €42.00 €22.00'])
  router.back()
  await eventually(() => expect(part('.balance')).toContain('New invoice'))
  await press('New invoice')
  await eventually(() => expect(part('.shown')).toContain('Anna Petersen'))
})
