import { describe, expect, it } from 'vitest'
import { readDay } from '../../shared/typed-day.ts'

// A Saturday.
const today = '2026-11-21'
const read = (typed: string, locale: string) => readDay(typed, locale, today)

describe('a day that somebody types', () => {
  it('is read in the order of their language', () => {
    const german = ['3.12.2026', '03.12.26', '3. Dezember 2026', '3 dez 26', '031226', '03122026', '2026-12-03']
    expect(german.map(typed => read(typed, 'de-DE'))).toEqual(german.map(() => '2026-12-03'))
    const american = ['12/3/2026', '12/03/26', 'Dec 3, 2026', '3 December 2026', '120326']
    expect(american.map(typed => read(typed, 'en-US'))).toEqual(american.map(() => '2026-12-03'))
    expect(read('3/12/2026', 'en-GB')).toBe('2026-12-03')
  })

  it('is the nearest one where it says no year, or no month either, and rather one that comes than one that was', () => {
    expect(['3.12.', '0312', '3 Dez', '4.1.', '1.6.', '20.10.'].map(typed => read(typed, 'de-DE'))).toEqual([
      ...['2026-12-03', '2026-12-03', '2026-12-03', '2027-01-04', '2027-06-01', '2026-10-20'],
    ])
    expect(['24', '5', '30.', '31', '20'].map(typed => read(typed, 'de-DE'))).toEqual([
      ...['2026-11-24', '2026-12-05', '2026-11-30', '2026-12-31', '2026-11-20'],
    ])
    expect(readDay('29.2.', 'de-DE', '2027-03-01')).toBe('2028-02-29')
  })

  it('is one that is offered, where there is such a one', () => {
    const meant = (typed: string, offered: { min?: string; max?: string }) => readDay(typed, 'de-DE', today, offered)
    expect([
      meant('24', { max: today }),
      meant('20', { min: today }),
      meant('1.6.', { max: today }),
      meant('3.12.', { min: '2026-12-10' }),
    ]).toEqual([...['2026-10-24', '2026-12-20', '2026-06-01', '2027-12-03']])
    expect(meant('3.12.2026', { max: today })).toBe('2026-12-03')
  })

  it('is named in words', () => {
    expect(['heute', 'Morgen', 'gestern', 'übermorgen', 'Fr', 'Sa', 'Dienstag', '+7'].map(typed => read(typed, 'de-DE'))).toEqual([
      ...['2026-11-21', '2026-11-22', '2026-11-20', '2026-11-23', '2026-11-27', '2026-11-21', '2026-11-24', '2026-11-28'],
    ])
    expect(['today', 'tomorrow', 'Yesterday', 'tue', 'Thurs'].map(typed => read(typed, 'en-GB'))).toEqual([
      ...['2026-11-21', '2026-11-22', '2026-11-20', '2026-11-24', '2026-11-26'],
    ])
  })

  it('is none where there is no such day', () => {
    for (const typed of ['', '31.2.2026', '0', '32', '13/13/2026', 'soon', 'x', '1.2.3.4', '12/3/2', '99999', '0001-01-01', '+'])
      expect([typed, read(typed, 'en-US')]).toEqual([typed, null])
  })

  it('is read again as it is written', () => {
    for (const locale of ['de-DE', 'de-CH', 'en-GB', 'en-US', 'en-AU'])
      for (let month = 1; month <= 12; month++) {
        const day = `2027-${String(month).padStart(2, '0')}-09`
        const written = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
        expect(read(written.format(Date.parse(day)), locale)).toBe(day)
      }
  })
})
