import { describe, expect, it } from 'vitest'
import { byKey, column, sums, totalOf } from './reading.ts'
import { aRandomShop, seeds } from './random-shop.ts'

const days = { from: '2026-11-01', to: '2027-03-31' }

describe.each(seeds)('What reports say beside each other (%i)', seed => {
  it('is the same number everywhere', { timeout: 60_000 }, async () => {
    const { api, rows, ids } = await aRandomShop(seed)
    const ask = (
      report: 'takings' | 'tax' | 'openItems' | 'cashbook' | 'staff' | 'revenue' | 'topClients' | 'visits' | 'vouchers',
      over: object = {},
    ) => api('reports.run', { report, ...(report === 'openItems' || report === 'vouchers' ? {} : days), ...over })

    const byMethod = await ask('takings', { group: 'method' })
    const { methods } = await api('payments.sums', days)
    expect(column(byMethod, 'takings')).toEqual(
      sums(
        methods,
        ({ method }) => method,
        ({ amount }) => amount,
      ),
    )
    expect(column(byMethod, 'tips')).toEqual(
      sums(
        methods,
        ({ method }) => method,
        ({ tips }) => tips,
      ),
    )
    expect(totalOf(await ask('takings', { group: 'week' }))!.takings).toBe(totalOf(byMethod)!.takings)

    const tax = await ask('tax')
    const summary = await api('taxes.summary', days)
    expect(column(tax, 'base')).toEqual(
      sums(
        summary,
        ({ category, basisPoints }) => `${category}.${basisPoints}`,
        ({ net }) => net,
      ),
    )
    expect(tax.remarks).toEqual(['The documents come to the same sums.'])

    const open = await ask('openItems')
    const items = await api('dunning.openItems', {})
    expect(totalOf(open)).toEqual({ ...without(items.sums, 'open'), openAmount: items.sums.open })
    expect(column(open, 'openAmount')).toEqual(
      sums(
        items.clients,
        ({ contactId, documentId }) => String(contactId ?? -documentId!),
        ({ aged }) => aged.open,
      ),
    )

    const drawer = await ask('cashbook', { group: 'day' })
    const entries = rows<{ day: string; amount: number }>('select day, amount from cashEntry')
    expect(column(drawer, 'movement')).toEqual(
      sums(
        entries,
        ({ day }) => day,
        ({ amount }) => amount,
      ),
    )

    const [staff, revenue, visits] = [await ask('staff'), await ask('revenue', { group: 'staff' }), await ask('visits', { group: 'staff' })]
    expect(column(staff, 'net')).toEqual(column(revenue, 'net'))
    const jana = String(ids.jana)
    const { done, open: toCome } = byKey(visits)[jana]!
    expect(byKey(staff)[jana]!.visits).toBe(Number(done) + Number(toCome))

    const [top, byClient] = [await ask('topClients'), await ask('revenue', { group: 'client' })]
    const { null: _nobody, ...known } = column(byClient, 'net')
    expect(column(top, 'net')).toEqual(known)
    expect(top.rows.map(({ cells }) => cells[4]).at(-1)).toBe(10_000)

    const outstanding = await api('vouchers.outstanding', {})
    expect(column(await ask('vouchers', { group: 'kind' }), 'outstanding')).toEqual(
      sums(
        outstanding,
        ({ kind }) => kind,
        ({ open }) => open,
      ),
    )
  })

  it('follows a merge of two clients, and its taking back', { timeout: 60_000 }, async () => {
    const { api, clients } = await aRandomShop(seed, { days: 25 })
    const nets = async () => column(await api('reports.run', { report: 'revenue', ...days, group: 'client' }), 'net')
    const [before, [anna, ruth]] = [await nets(), clients as [number, number]]
    const worth = (id: number) => Number(before[String(id)] ?? 0)
    await api('contacts.merge', { survivorId: anna, loserIds: [ruth] })
    const merged = await nets()
    expect([merged[String(anna)] ?? 0, merged[String(ruth)]]).toEqual([worth(anna) + worth(ruth), undefined])
    expect((await api('reports.verify', {})).broken).toEqual([])
    await api('contacts.unmerge', { id: ruth })
    expect(await nets()).toEqual(before)
  })
})

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = whole
  return rest
}
