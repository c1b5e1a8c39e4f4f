import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOf } from '../../shared/invoices/credit.ts'
import type { Document } from '../../shared/invoices/model.ts'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('a credit note', () => {
  it('takes an open invoice back, and the two settle each other', async () => {
    const { api, anInvoice } = await openShop()
    const { id, number } = await anInvoice()
    const note = await api('invoices.credit', { id, reason: 'Not as agreed' })
    expect(note).toMatchObject({
      kind: 'creditNote',
      state: 'paid',
      gross: 4200,
      tax: 671,
      settled: 4200,
      open: 0,
      header: 'Not as agreed',
    })
    expect(note.credits).toEqual({ id, number, issuedOn: '2026-11-24' })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'paid', open: 0 })
    await expect(api('invoices.credit', { id })).rejects.toMatchObject(because('allCredited'))
    await expect(api('invoices.credit', { id: note.id })).rejects.toMatchObject(because('onlyInvoicesAreCredited'))
  })

  it('owes what was paid, until that is given back', async () => {
    const { api, anInvoice, ids } = await openShop()
    const { id } = await anInvoice()
    const paid = await api('payments.record', { method: 'cash', amount: 4200, documentIds: [id] })
    const note = await api('invoices.credit', { id })
    expect(note).toMatchObject({ state: 'open', open: 4200 })
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ open: -4200, credit: 0 })
    const refund = { documentId: note.id, paymentId: paid.id, method: 'cash' as const, amount: 4200 }
    await expect(api('payments.refund', { ...refund, amount: 4201 })).rejects.toMatchObject(because('refundTooMuch'))
    await expect(api('payments.refund', refund)).resolves.toMatchObject({ amount: -4200, refundsId: paid.id, left: 0 })
    await expect(api('invoices.get', { id: note.id })).resolves.toMatchObject({ state: 'paid', open: 0 })
    await expect(api('payments.refund', refund)).rejects.toMatchObject(because('refundTooMuch'))
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ open: 0, credit: 0, revenue: 0 })
    expect((await api('cashbook.day', {})).expected).toBe(0)
  })

  it('takes back by line no more than is left', async () => {
    const { api, anInvoice, aLine } = await openShop()
    const { id, lines } = await anInvoice({ lines: [aLine({ quantity: 3000 }), aLine({ name: 'Colour', price: 7800 })] })
    const two = [{ lineId: lines[0]!.id, quantity: 2000 }]
    await expect(api('invoices.credit', { id, lines: two })).resolves.toMatchObject({ gross: 8400, lines: [{ quantity: 2000 }] })
    await expect(api('invoices.credit', { id, lines: two })).rejects.toMatchObject(because('moreThanIsLeft'))
    await expect(api('invoices.credit', { id })).resolves.toMatchObject({ gross: 12_000, lines: [{ quantity: 1000 }, { quantity: 1000 }] })
  })

  it('stands with the others of its invoice, which say what is left', async () => {
    const { api, anInvoice, aLine } = await openShop()
    const invoice = await anInvoice({ lines: [aLine({ quantity: 3000 }), aLine({ name: 'Colour', price: 7800 })] })
    await expect(api('invoices.creditNotes', { id: invoice.id })).resolves.toEqual([])
    const note = await api('invoices.credit', { id: invoice.id, lines: [{ lineId: invoice.lines[0]!.id, quantity: 2000 }] })
    const notes = await api('invoices.creditNotes', { id: invoice.id })
    expect(notes).toEqual([note])
    expect(leftOf(invoice, notes).map(({ left }) => left)).toEqual([
      { quantity: 1000, amount: 4200 },
      { quantity: 1000, amount: 7800 },
    ])
  })

  it('brings what was sold back onto the shelf', async () => {
    const { api, anInvoice, aLine, ids } = await openShop()
    const stock = async () => (await api('catalogue.products', {})).find(({ id }) => id === ids.shampoo)!.stock
    const { id } = await anInvoice({ lines: [aLine({ kind: 'product', itemId: ids.shampoo, quantity: 2000 })] })
    expect(await stock()).toBe(-2000)
    await api('invoices.credit', { id })
    expect(await stock()).toBe(0)
  })
})

const Discount = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 0, max: 3000 }) }),
  ),
)
const Line = fc.record({
  price: fc.integer({ min: 0, max: 20_000 }),
  quantity: fc.integer({ min: 1, max: 5000 }).map(quantity => quantity || 1),
  discount: Discount,
  isReduced: fc.boolean(),
})
const Invoice = fc.record({
  lines: fc.array(Line, { minLength: 1, maxLength: 4 }),
  discount: Discount,
  pricing: fc.constantFrom('gross' as const, 'net' as const),
  /** How much of which line is taken back in each step, in percent of what is left. */
  steps: fc.array(fc.record({ line: fc.nat(3), percent: fc.integer({ min: 1, max: 100 }) }), { maxLength: 4 }),
})

describe('however an invoice is taken back', () => {
  it('all of its credit notes come to its sums, to the cent of every rate', async () => {
    const { api, anInvoice, aLine, ids } = await openShop()
    await fc.assert(
      fc.asyncProperty(Invoice, async ({ lines, discount, pricing, steps }) => {
        const wanted = lines.map(({ isReduced, ...line }) => aLine({ ...line, taxRateId: isReduced ? ids.reduced : ids.full }))
        const invoice = await anInvoice({ lines: wanted, discount, pricing })
        const notes = await takenBack(invoice)
        for (const { category, basisPoints, net, tax } of invoice.groups) {
          const same = notes.flatMap(({ groups }) => groups.filter(one => one.category === category && one.basisPoints === basisPoints))
          expect({ net: sum(same, 'net'), tax: sum(same, 'tax') }).toEqual({ net, tax })
        }
        expect(sum(notes, 'gross')).toBe(invoice.gross)
        await expect(api('invoices.get', { id: invoice.id })).resolves.toMatchObject({ open: 0 })

        async function takenBack({ id, lines }: Document) {
          const left = lines.map(({ quantity }) => quantity)
          const notes: Document[] = []
          for (const { line, percent } of steps) {
            const place = line % lines.length
            const quantity = Math.floor((left[place]! * percent) / 100)
            if (quantity < 1) continue
            notes.push(await api('invoices.credit', { id, lines: [{ lineId: lines[place]!.id, quantity }] }))
            left[place]! -= quantity
          }
          if (left.some(quantity => quantity > 0)) notes.push(await api('invoices.credit', { id }))
          return notes
        }
      }),
      { numRuns: 60 },
    )
    await expect(api('invoices.verify', {})).resolves.toMatchObject({ broken: [] })
  }, 120_000)
})

const sum = <K extends string>(rows: readonly Record<K, number>[], column: K) => rows.reduce((total, row) => total + row[column], 0)
