import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instalments, monthlyParts, nextDueOn, openByDay, sumOfParts } from '../../shared/invoices/instalments.ts'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })
/** 42 euros in three parts. */
const parts = [
  { dueOn: '2026-12-01', amount: 1500 },
  { dueOn: '2027-01-01', amount: 1500 },
  { dueOn: '2027-02-01', amount: 1200 },
]
const before = (day: string) => new Date(`${day}T09:00:00.000Z`)

describe('an invoice that is paid in parts', () => {
  it('is due with the first part that is not settled', async () => {
    const { api, anInvoice } = await openShop()
    const { id, ...issued } = await anInvoice({ instalments: parts })
    expect(issued).toMatchObject({ dueOn: '2026-12-01', state: 'open', instalments: parts })
    await api('payments.record', { method: 'card', amount: 1499, documentIds: [id] })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ dueOn: '2026-12-01', state: 'partPaid' })
    await api('payments.record', { method: 'card', amount: 1, documentIds: [id] })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ dueOn: '2027-01-01' })
    await api('payments.record', { method: 'card', amount: 2700, documentIds: [id] })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ dueOn: '2027-02-01', state: 'paid' })
    await expect(api('invoices.verify', {})).resolves.toMatchObject({ broken: [] })
  })

  it('is overdue by the parts whose day is over, and by no more', async () => {
    const { api, anInvoice, clock, ids } = await openShop()
    const { id } = await anInvoice({ instalments: parts })
    await anInvoice({ paymentDays: 90 })
    const overdue = async () => (await api('invoices.list', { state: 'overdue' })).map(document => document.id)
    clock.now = before('2026-12-01')
    expect(await overdue()).toEqual([])
    clock.now = before('2026-12-02')
    expect(await overdue()).toEqual([id])
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ open: 8400, overdue: 1500 })
    await api('payments.record', { method: 'card', amount: 2000, documentIds: [id] })
    expect(await overdue()).toEqual([])
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ open: 6400, overdue: 0 })
    clock.now = before('2027-01-02')
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ overdue: 1000 })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'overdue' })
  })

  it('is issued only where the parts come to what it comes to', async () => {
    const { api, aDraft, aLine } = await openShop()
    const { id } = await api('invoices.draft', aDraft({ instalments: parts, lines: [aLine({ price: 4300 })] }))
    await expect(api('invoices.issue', { id })).rejects.toMatchObject({
      failure: { reason: 'documentIncomplete', problems: [{ path: ['instalments'], reason: 'instalmentsMissing' }] },
    })
    await api('invoices.change', { id, lines: [aLine()] })
    await expect(api('invoices.issue', { id })).resolves.toMatchObject({ gross: 4200, instalments: parts })
  })

  it('has its parts in the order of their days, two at least, and none that is over', async () => {
    const { api, aDraft } = await openShop()
    const draft = (instalments: typeof parts) => api('invoices.draft', aDraft({ instalments }))
    await expect(draft(parts.toReversed())).rejects.toMatchObject(because('instalmentsOutOfOrder'))
    await expect(draft(parts.slice(0, 1))).rejects.toMatchObject(because('tooSmall'))
    const { id } = await draft([{ dueOn: '2026-11-01', amount: 1500 }, ...parts.slice(1)])
    await expect(api('invoices.issue', { id })).rejects.toMatchObject(because('instalmentBeforeIssue'))
  })

  it('says on paper and in the e-invoice what is due when', async () => {
    const { api, anInvoice } = await openShop()
    const quote = await api('invoices.draft', { kind: 'quote', lines: [], instalments: parts })
    expect(quote.instalments).toBeNull()
    const { id } = await anInvoice({ instalments: parts })
    const note = await api('invoices.credit', { id })
    expect(note.instalments).toBeNull()
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'paid', dueOn: '2027-02-01' })
  })
})

const Plan = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100_000 })), { minLength: 2, maxLength: 24 })
  .map(steps => {
    let day = Date.parse('2026-12-01')
    return steps.map(([days, amount]) => ({ dueOn: new Date((day += days * 86_400_000)).toISOString().slice(0, 10), amount }))
  })

describe('monthly parts', () => {
  it('add up to the total, whoever gets the rest, and are parts that an invoice may have', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 24, max: 100_000_000 }),
        fc.integer({ min: 2, max: 24 }),
        fc.constantFrom('first' as const, 'last' as const),
        (total, count, rest) => {
          const plan = monthlyParts(total, count, '2026-12-31', rest)
          expect(sumOfParts(plan)).toBe(total)
          expect(Instalments.parse(plan)).toHaveLength(count)
        },
      ),
    )
  })

  it('of the 31st fall on the last day of shorter months', () => {
    expect(monthlyParts(10_000, 3, '2026-12-31')).toEqual([
      { dueOn: '2026-12-31', amount: 3333 },
      { dueOn: '2027-01-31', amount: 3333 },
      { dueOn: '2027-02-28', amount: 3334 },
    ])
    expect(monthlyParts(100, 3, '2026-12-31', 'first').map(({ amount }) => amount)).toEqual([34, 33, 33])
  })
})

describe('what is open by day', () => {
  it('comes to what is open, whatever was settled, and begins with the day that is due next', () => {
    fc.assert(
      fc.property(Plan, fc.double({ min: 0, max: 1, noNaN: true }), (instalments, share) => {
        const gross = sumOfParts(instalments)
        const settled = Math.floor(gross * share)
        const open = gross - settled
        const dueOn = nextDueOn(instalments, settled)
        const left = openByDay({ instalments, settled, open, dueOn })
        expect(sumOfParts(left)).toBe(open)
        if (open > 0) expect(left[0]!.dueOn).toBe(dueOn)
        expect(left).toEqual(left.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)))
      }),
    )
  })

  it('is one sum where nothing was agreed, and nothing where nothing is owed', () => {
    const whole = { instalments: null, settled: 200, open: 4000, dueOn: '2026-12-08' }
    expect(openByDay(whole)).toEqual([{ dueOn: '2026-12-08', amount: 4000 }])
    expect(openByDay({ ...whole, open: 0 })).toEqual([])
    expect(openByDay({ ...whole, open: -4000 })).toEqual([])
  })
})
