import { describe, expect, it } from 'vitest'
import { presetsOf } from '../../shared/taxes/presets.ts'
import { problemsOf, rateOn } from '../../shared/taxes/rules.ts'
import type { Input } from '../../shared/contract.ts'
import { openApp } from '../support/app.ts'

const standard: Input<'taxes.createRate'> = { name: 'Standard', category: 'S', periods: [{ from: '2021-01-01', basisPoints: 1900 }] }
const countries = ['DE', 'AT', 'CH', 'FR', 'ES', 'IT', 'NL', 'BE', 'PT', 'IE', 'GB', 'US', 'TR']

describe('a tax rate', () => {
  it('is charged from a day on, in whichever order the days are given', async () => {
    const { api } = await openApp()
    const periods = [
      { from: '2021-01-01', basisPoints: 1900 },
      { from: '2007-01-01', basisPoints: 1900 },
      { from: '2020-07-01', basisPoints: 1600 },
    ]
    const rate = await api('taxes.createRate', { name: 'Standard', category: 'S', periods })
    expect(rate).toEqual({
      ...{ id: 1, name: 'Standard', category: 'S', reason: '', reasonCode: '', archivedAt: null },
      periods: [periods[1], periods[2], periods[0]],
    })
    expect(await api('taxes.rates', {})).toEqual([rate])
    const days = ['1999-12-31', '2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01']
    expect(days.map(day => rateOn(rate, day))).toEqual([1900, 1900, 1600, 1600, 1900])
  })

  it('is changed and changed back; what is left out stays', async () => {
    const { api } = await openApp()
    const before = await api('taxes.createRate', standard)
    const { value, operation } = await api.noted('taxes.changeRate', { id: before.id, name: 'Normal' })
    expect(value).toEqual({ ...before, name: 'Normal' })
    expect((await api.noted('taxes.changeRate', { id: before.id, name: 'Normal' })).operation).toBeNull()
    await api.run('operations.undo', { id: operation! })
    expect(await api('taxes.rates', {})).toEqual([before])
  })

  it('has a name of its own among those that are used', async () => {
    const { api, call, clock } = await openApp()
    const first = await api('taxes.createRate', standard)
    expect(await call('taxes.createRate', { ...standard, name: 'STÄNDARD' })).toMatchObject({
      ...{ code: 'conflict', reason: 'taxRateTaken', params: { name: 'Standard' } },
    })
    expect(await api('taxes.archiveRate', { id: first.id, archived: true })).toEqual({ ...first, archivedAt: clock.now.toISOString() })
    await api('taxes.createRate', standard)
    expect(await call('taxes.archiveRate', { id: first.id, archived: false })).toMatchObject({ reason: 'taxRateTaken' })
    expect(await call('taxes.changeRate', { id: 99, name: 'Gone' })).toMatchObject({ code: 'notFound', reason: 'taxRateGone' })
  })

  it.each([
    ['taxed without a rate', { category: 'S', periods: [{ from: '2021-01-01', basisPoints: 0 }] }, 'taxWithoutRate'],
    ['exempt with a rate', { category: 'E', reason: 'Law' }, 'untaxedWithRate'],
    ['exempt without a reason', { category: 'E', periods: [{ from: '2021-01-01', basisPoints: 0 }] }, 'taxReasonWanted'],
    ['zero rated with a reason', { category: 'Z', periods: [{ from: '2021-01-01', basisPoints: 0 }], reason: 'Law' }, 'taxReasonUnfit'],
    ['charged twice from a day on', { periods: [standard.periods[0], standard.periods[0]] }, 'periodTwice'],
  ])('that is %s is refused', async (_what, over, reason) => {
    const { api, call } = await openApp()
    expect(await call('taxes.createRate', { ...standard, ...over })).toMatchObject({ code: 'invalid', reason })
    const { id } = await api('taxes.createRate', standard)
    expect(await call('taxes.changeRate', { id, ...over })).toMatchObject({ code: 'invalid', problems: [{ reason }] })
  })
})

describe('what the law of a country knows', () => {
  it('is right in itself, for each of the countries', async () => {
    const { api } = await openApp()
    for (const country of countries) {
      const rates = await api('taxes.presets', { country })
      expect(rates.length).toBeGreaterThan(1)
      expect(rates.flatMap(problemsOf)).toEqual([])
      expect(new Set(rates.map(({ name }) => name)).size).toBe(rates.length)
      for (const { periods } of rates) expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).toSorted())
    }
    expect(await api('taxes.presets', { country: 'XX' })).toEqual([])
  })

  it.each([
    ['DE', '2020-06-30', [19, 7]],
    ['DE', '2020-12-31', [16, 5]],
    ['DE', '2026-11-24', [19, 7]],
    ['AT', '2026-11-24', [20, 10, 13]],
    ['CH', '2023-12-31', [7.7, 2.5, 3.7]],
    ['CH', '2024-01-01', [8.1, 2.6, 3.8]],
    ['FR', '2026-11-24', [20, 10, 5.5, 2.1]],
    ['ES', '2026-11-24', [21, 10, 4]],
    ['IT', '2026-11-24', [22, 10, 5, 4]],
    ['NL', '2018-12-31', [21, 6]],
    ['NL', '2026-11-24', [21, 9]],
    ['BE', '2026-11-24', [21, 12, 6]],
    ['PT', '2026-11-24', [23, 13, 6]],
    ['IE', '2021-02-28', [21, 13.5, 9]],
    ['IE', '2021-03-01', [23, 13.5, 9]],
    ['GB', '2026-11-24', [20, 5]],
    ['TR', '2023-07-09', [18, 8, 1]],
    ['TR', '2026-11-24', [20, 10, 1]],
  ])('in %s on %s', (country, day, rates) => {
    const charged = presetsOf(country).filter(({ category }) => category === 'S')
    expect(charged.map(rate => rateOn(rate, day) / 100)).toEqual(rates)
  })

  it('is there as soon as the shop has its name, in its language, and once', async () => {
    const { api } = await openApp()
    await api('settings.update', { language: 'de' })
    expect(await api('taxes.rates', {})).toEqual([])
    await api('settings.update', { businessName: 'Salon Marlene', country: 'AT' })
    const rates = await api('taxes.rates', {})
    expect(rates.map(({ name, category }) => [name, category])).toEqual([
      ['Normalsatz', 'S'],
      ['Ermäßigter Satz', 'S'],
      ['Zwischensatz', 'S'],
      ['Kleinunternehmer, ohne Steuer', 'E'],
      ['Heilbehandlung, steuerfrei', 'E'],
      ['Steuerschuld beim Kunden', 'AE'],
      ['Lieferung in ein anderes EU-Land', 'K'],
      ['Ausfuhr', 'G'],
    ])
    expect(rates[3]).toMatchObject({ reason: 'Umsatzsteuerfrei aufgrund der Kleinunternehmerregelung (§ 6 Abs. 1 Z 27 UStG)' })
    expect(rates[5]).toMatchObject({ reasonCode: 'VATEX-EU-AE' })
    await api('settings.update', { businessName: 'Salon Ruth', country: 'DE' })
    expect(await api('taxes.rates', {})).toEqual(rates)
  })

  it('is taken over where it is not there yet, whatever it is called, and taken back', async () => {
    const { api } = await openApp()
    await api('settings.update', { businessName: 'Salon Marlene', country: 'DE' })
    const before = await api('taxes.rates', {})
    await api('taxes.changeRate', { id: before[0]!.id, name: 'MwSt voll' })
    await api('settings.update', { language: 'de' })
    expect((await api.noted('taxes.adopt', { country: 'DE' })).operation).toBeNull()
    await api('settings.update', { language: 'en' })
    const { value, operation } = await api.noted('taxes.adopt', { country: 'AT' })
    expect(value.slice(before.length).map(({ name }) => name)).toEqual([
      'Standard rate',
      'Reduced rate (AT)',
      'Intermediate rate',
      'Small business, no tax (AT)',
      'Medical care, exempt (AT)',
      'Reverse charge (AT)',
      'Goods to another EU country (AT)',
      'Goods out of the country (AT)',
    ])
    await api.run('operations.undo', { id: operation! })
    expect((await api('taxes.rates', {})).length).toBe(before.length)
  })
})
