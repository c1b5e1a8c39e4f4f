import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'
import { byName } from '../reports/reading.ts'

const november = { from: '2026-11-01', to: '2026-11-30' }

describe('A rule for commission', () => {
  it('is kept, changed, taken back, and begins on its day', async () => {
    const { api, aLine, anInvoice, ids } = await openShop()
    const rule = { staffId: null, scope: { kind: 'services' as const }, basisPoints: 1000, validFrom: '2026-11-01' }
    const { value: added, operation } = await api.noted('commissions.addRule', rule)
    await anInvoice({ lines: [aLine({ kind: 'service', itemId: ids.cut, price: 11_900, staffId: ids.jana })] })
    const commission = async () => byName(await api('reports.run', { report: 'staff', ...november })).Jana?.commission
    expect(await commission()).toBe(1000)
    await api('commissions.changeRule', { ...rule, id: added.id, basisPoints: 2000 })
    expect(await commission()).toBe(2000)
    await api('commissions.changeRule', { ...rule, id: added.id, validFrom: '2026-12-01' })
    expect(await commission()).toBe(0)
    await api('commissions.removeRule', { id: added.id })
    expect([await api('commissions.rules', {}), await commission()]).toEqual([[], undefined])
    expect(operation).not.toBe(null)
    const [last] = await api('operations.list', { limit: 1 })
    await api.run('operations.undo', { id: last!.id })
    expect(await api('commissions.rules', {})).toEqual([{ ...rule, id: added.id, validFrom: '2026-12-01' }])
  })

  it('says by what words it is made, from the staff down to the rule', async () => {
    const { api, aLine, anInvoice, ids } = await openShop()
    await api('commissions.addRule', { staffId: null, scope: { kind: 'services' }, basisPoints: 1000, validFrom: '2026-01-01' })
    await api('commissions.addRule', {
      ...{ staffId: ids.jana, scope: { kind: 'service', serviceId: ids.cut }, basisPoints: 1250, validFrom: '2026-01-01' },
    })
    await anInvoice({ lines: [aLine({ kind: 'service', itemId: ids.cut, price: 11_900, staffId: ids.jana })] })
    const { rows } = await api('reports.run', { report: 'staff', ...november })
    const { report, ...query } = rows.find(({ label }) => label === 'Jana')!.link!.query
    const behind = await api('reports.run', { report: 'commissions', ...query, staffId: Number(query.staffId), group: 'rule' })
    expect([report, byName(behind)]).toEqual([
      'commissions',
      { 'Jana: 12.5% of Cut': { commissionBase: 10_000, commissionRate: 1250, commission: 1250 } },
    ])
  })

  it('stands once for the same on the same day, and names what there is', async () => {
    const { api } = await openShop()
    const rule = { staffId: null, scope: { kind: 'products' as const }, basisPoints: 500, validFrom: '2026-11-01' }
    await api('commissions.addRule', rule)
    await expect(api('commissions.addRule', { ...rule, basisPoints: 600 })).rejects.toMatchObject({
      failure: { code: 'conflict', reason: 'commissionRuleTaken' },
    })
    await expect(api('commissions.addRule', { ...rule, staffId: 99 })).rejects.toMatchObject({ failure: { reason: 'staffGone' } })
    await expect(api('commissions.changeRule', { ...rule, id: 99 })).rejects.toMatchObject({ failure: { reason: 'commissionRuleGone' } })
    expect(await api('commissions.rules', {})).toHaveLength(1)
  })
})
