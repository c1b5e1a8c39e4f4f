import { expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

it('documents stand in the timeline of their client, drafts too, page by page', async () => {
  const { api, anInvoice, aDraft, clock, ids } = await openShop()
  await anInvoice({ title: 'First' })
  await anInvoice({ contactId: null })
  clock.now = new Date('2026-12-20T09:00:00.000Z')
  await api('invoices.credit', { id: 1 })
  await api('invoices.draft', aDraft({ title: 'Next' }))
  const question = { contactId: ids.anna, kinds: ['invoice' as const] }
  const { entries } = await api('timeline.list', question)
  expect(
    entries.map(entry => entry.source === 'document' && [entry.at, entry.document.number, entry.document.state, entry.document.gross]),
  ).toEqual([
    ['2026-12-20T09:00:00.000Z', null, 'draft', 4200],
    ['2026-12-20T09:00:00.000Z', 'CN-2026-0001', 'paid', -4200],
    ['2026-11-24T07:30:00.000Z', '2026-0001', 'paid', 4200],
  ])
  const first = await api('timeline.list', { ...question, limit: 2 })
  const second = await api('timeline.list', { ...question, limit: 2, before: first.next })
  expect([...first.entries, ...second.entries]).toEqual(entries)
})
