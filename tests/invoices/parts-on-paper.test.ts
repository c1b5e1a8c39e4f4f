import { describe, expect, it } from 'vitest'
import type { Document } from '../../shared/invoices/model.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { breachesOf } from '../../shared/einvoice/rules/rules.ts'
import { semanticOf } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
import { paperOf } from '../../shared/paper/paper.ts'
import type { Say } from '../../shared/paper/model.ts'
import { textIn } from '../../electron/texts.ts'
import { openShop } from '../support/shop.ts'

const parts = [
  { dueOn: '2026-12-01', amount: 1500 },
  { dueOn: '2027-01-01', amount: 1500 },
  { dueOn: '2027-02-01', amount: 1200 },
]
const say: Say = (key, params) => textIn('en', `paper.${key}`, params)
const texts = { header: '', footer: '', quoteHeader: '', quoteFooter: '' }
const paper = (document: Document) => paperOf(document, { texts }, say)
const words = {
  discount: 'Discount',
  onReceipt: 'On receipt',
  refund: 'Refund',
  instalments: 'Payable in 3 parts:\n€15.00 by 1 December 2026',
}

describe('the parts of an invoice', () => {
  it('stand on the paper as they were agreed, which asks for the next of them, its code too', async () => {
    const { api, anInvoice } = await openShop()
    await api('settings.update', { language: 'en' })
    const { id } = await anInvoice({ instalments: parts, language: 'en' })
    await api('payments.record', { method: 'transfer', amount: 2000, documentIds: [id] })
    const { sums, notes, payment } = paper(await api('invoices.get', { id }))
    const from = sums.findIndex(({ label }) => label === 'Payable in 3 parts')
    expect(sums.slice(from, from + 4).map(({ label, value }) => [label, value])).toEqual([
      ['Payable in 3 parts', ''],
      ['1. due on 1 December 2026', '15.00'],
      ['2. due on 1 January 2027', '15.00'],
      ['3. due on 1 February 2027', '12.00'],
    ])
    expect(notes.at(-1)).toContain('Please pay €10.00 of it by 1 January 2027')
    expect(payment?.text).toContain('EUR10.00')
    await api('payments.record', { method: 'transfer', amount: 1500, documentIds: [id] })
    expect(paper(await api('invoices.get', { id })).notes.at(-1)).toContain('Please pay the last part, €7.00, by 1 February 2027')
  })

  it('are the terms of its e-invoice, which is due with the first', async () => {
    const { api, anInvoice } = await openShop()
    const buyer = {
      ...{ name: 'Anna Petersen', person: '', email: 'anna@example.com', vatId: '', reference: '-' },
      address: { street: 'Weg 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' },
    }
    const { id } = await anInvoice({ instalments: parts, buyer })
    const invoice = semanticOf(await api('invoices.get', { id }), { paid: 0, methods: [], words })
    expect(invoice).toMatchObject({ dueOn: '2026-12-01', terms: words.instalments })
    expect(breachesOf(invoice)).toEqual([])
    expect(toUbl(inProfile(invoice, 'ubl'))).toContain('<cbc:DueDate>2026-12-01</cbc:DueDate>')
  })
})
