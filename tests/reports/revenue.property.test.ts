import { describe, expect, it } from 'vitest'
import { column, sums, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'
import { saleLines, type Line } from './raw.ts'

describe.each(seeds)('The revenue of a shop (%i)', seed => {
  it('is what its lines come to, however it is looked at, and agrees with the tax', { timeout: 60_000 }, async () => {
    const { api, rows, ids } = await aRandomShop(seed)
    const all = rows<Line>(saleLines)
    const days = { from: '2026-11-01', to: '2027-03-31' }
    const ask = (over: object = {}) => api('reports.run', { report: 'revenue', ...days, ...over })
    const sold = all.filter(({ kind }) => kind !== 'voucher')
    const net = (line: Line) => line.net

    expect(column(await ask({ group: 'day' }), 'net')).toEqual(sums(sold, ({ issuedOn }) => issuedOn, net))
    expect(column(await ask({ group: 'month' }), 'tax')).toEqual(
      sums(
        sold,
        ({ issuedOn }) => `${issuedOn.slice(0, 7)}-01`,
        ({ tax }) => tax,
      ),
    )
    expect(column(await ask({ group: 'staff' }), 'net')).toEqual(sums(sold, ({ staffId }) => String(staffId ?? 0), net))
    const byItem = await ask({ group: 'item' })
    expect(column(byItem, 'net')).toEqual(sums(sold, ({ kind, itemId }) => `${kind}.${itemId}`, net))
    expect(column(byItem, 'quantity')).toEqual(
      sums(
        sold,
        ({ kind, itemId }) => `${kind}.${itemId}`,
        ({ quantity }) => quantity,
      ),
    )
    expect(column(await ask({ group: 'category' }), 'net')).toEqual(sums(sold, ({ category }) => category, net))
    expect(column(await ask({ group: 'client' }), 'net')).toEqual(sums(sold, ({ contactId }) => String(contactId), net))
    expect(column(await ask({ group: 'day', staffId: ids.jana }), 'net')).toEqual(
      sums(
        sold.filter(({ staffId }) => staffId === ids.jana),
        ({ issuedOn }) => issuedOn,
        net,
      ),
    )
    expect(column(await ask({ group: 'staff', serviceId: ids.cut }), 'net')).toEqual(
      sums(
        sold.filter(({ kind, itemId }) => kind === 'service' && itemId === ids.cut),
        ({ staffId }) => String(staffId ?? 0),
        net,
      ),
    )

    const totals = await Promise.all(
      ['day', 'week', 'quarter', 'item', 'category', 'staff', 'client'].map(async group => totalOf(await ask({ group }))),
    )
    const [one] = totals
    for (const total of totals) expect([total!.net, total!.tax, total!.gross]).toEqual([one!.net, one!.tax, one!.gross])
    expect(totals.at(-1)!.documents).toBe(one!.documents)
    const cards = all.filter(({ kind }) => kind === 'voucher').reduce((sum, line) => sum + line.net, 0)
    const taxes = await api('taxes.summary', days)
    expect(Number(one!.net) + cards).toBe(taxes.reduce((sum, tax) => sum + tax.net, 0))
    expect(one!.tax).toBe(taxes.reduce((sum, tax) => sum + tax.tax, 0))
    const invoices = new Set(sold.filter(line => line['document kind'] !== 'creditNote').map(({ document }) => document)).size
    expect(one!.documents).toBe(invoices)
  })

  it('is kept by the day as the books have it', { timeout: 60_000 }, async () => {
    const { api } = await aRandomShop(seed, { days: 15 })
    const { broken } = await api('reports.verify', {})
    expect(broken).toEqual([])
  })
})
