import { describe, expect, it } from 'vitest'
import { openApp } from '../support/app.ts'

const salon = { businessName: 'Salon Marlene', country: 'DE', language: 'en' } as const
const christmas = { firstDay: '2026-12-24', lastDay: '2026-12-26', hours: [], name: 'Christmas' }
const fair = { firstDay: '2026-12-06', lastDay: '2026-12-06', hours: [{ from: '12:00', to: '18:00' }], name: 'Christmas fair' }

describe('other opening hours', () => {
  it('are noted, listed by day, changed and removed; each can be taken back', async () => {
    const { api } = await openApp()
    const added = await api.noted('openings.addClosures', { closures: [christmas, fair] })
    expect(added.value).toEqual([
      { id: 1, ...christmas },
      { id: 2, ...fair },
    ])
    expect(await api('operations.list', { limit: 1 })).toMatchObject([{ summary: { text: 'closuresAdded', params: { count: 4 } } }])
    const changed = await api.noted('openings.changeClosure', { id: 1, ...christmas, lastDay: '2026-12-31', name: 'Winter break' })
    expect(changed.value).toEqual({ id: 1, ...christmas, lastDay: '2026-12-31', name: 'Winter break' })
    expect((await api.noted('openings.changeClosure', changed.value)).operation).toBeNull()
    const removed = await api.noted('openings.removeClosure', { id: 2 })
    expect(await api('openings.closures', {})).toEqual([changed.value])
    for (const { operation } of [removed, changed]) await api.run('operations.undo', { id: operation! })
    expect(await api('openings.closures', {})).toEqual(added.value.toReversed())
    await api.run('operations.undo', { id: added.operation! })
    expect(await api('openings.closures', {})).toEqual([])
  })

  it.each([
    [{ lastDay: '2026-12-23' }, 'endBeforeStart'],
    [{ name: '' }, 'required'],
    [{ firstDay: '2026-02-29' }, 'noSuchDay'],
    [
      {
        hours: [
          { from: '08:00', to: '12:00' },
          { from: '11:00', to: '14:00' },
        ],
      },
      'hoursOverlap',
    ],
  ])('are not taken with %j: %s', async (over, reason) => {
    const { api, call } = await openApp()
    expect(await call('openings.addClosures', { closures: [fair, { ...christmas, ...over }] })).toMatchObject({ reason })
    expect(await api('openings.closures', {})).toEqual([])
  })

  it('must be there to be changed', async () => {
    const { call } = await openApp()
    expect(await call('openings.changeClosure', { id: 8, ...fair })).toMatchObject({ reason: 'closureGone' })
    expect(await call('openings.removeClosure', { id: 8 })).toMatchObject({ reason: 'closureGone' })
  })
})

describe('public holidays', () => {
  const days = (holidays: readonly { day: string; name: string }[]) => Object.fromEntries(holidays.map(({ day, name }) => [day, name]))

  it('are suggested for the shop’s country and the part of it, in the shop’s language', async () => {
    const { api } = await openApp()
    await api('settings.update', { ...salon, language: 'de' })
    const { regions, holidays } = await api('openings.holidays', { year: 2026, region: 'BY' })
    expect(regions).toHaveLength(16)
    expect(regions).toContainEqual({ code: 'BY', name: 'Bayern' })
    expect(days(holidays)).toEqual({
      '2026-01-01': 'Neujahr',
      '2026-01-06': 'Heilige Drei Könige',
      '2026-04-03': 'Karfreitag',
      '2026-04-06': 'Ostermontag',
      '2026-05-01': 'Maifeiertag',
      '2026-05-14': 'Christi Himmelfahrt',
      '2026-05-25': 'Pfingstmontag',
      '2026-06-04': 'Fronleichnam',
      '2026-10-03': 'Tag der Deutschen Einheit',
      '2026-11-01': 'Allerheiligen',
      '2026-12-25': '1. Weihnachtstag',
      '2026-12-26': '2. Weihnachtstag',
    })
  })

  it('that a closure covers are suggested no more', async () => {
    const { api } = await openApp()
    await api('settings.update', salon)
    await api('openings.addClosures', { closures: [christmas, { ...christmas, firstDay: '2025-12-27', lastDay: '2026-01-01' }] })
    const { holidays } = await api('openings.holidays', { year: 2026 })
    expect(Object.keys(days(holidays))).toEqual(['04-03', '04-06', '05-01', '05-14', '05-25', '10-03'].map(day => `2026-${day}`))
  })

  it('last as long as they do, half days left out', async () => {
    const { api } = await openApp()
    await api('settings.update', { ...salon, country: 'TR' })
    const eid = (await api('openings.holidays', { year: 2026 })).holidays.filter(({ day }) => day.startsWith('2026-03'))
    expect(eid.map(({ day }) => day)).toEqual(['2026-03-20', '2026-03-21', '2026-03-22'])
    await api('settings.update', { country: 'DE' })
    // Easter Sunday, on which the clocks went forward.
    expect((await api('openings.holidays', { year: 2024, region: 'BB' })).holidays.map(({ day }) => day)).toContain('2024-03-31')
    await api('settings.update', { country: 'CN' })
    expect((await api('openings.holidays', { year: 2026 })).holidays.map(({ day }) => day)).not.toContain('2026-03-08')
  })

  it('of a country or a part that is not known are those of the country, or none', async () => {
    const { api } = await openApp()
    await api('settings.update', salon)
    expect((await api('openings.holidays', { year: 2026, region: 'XX' })).holidays).toHaveLength(9)
    await api('settings.update', { country: 'AQ' })
    expect(await api('openings.holidays', { year: 2026 })).toEqual({ regions: [], holidays: [] })
  })
})
