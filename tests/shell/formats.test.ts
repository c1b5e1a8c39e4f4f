import { describe, expect, it } from 'vitest'
import { formattersFor } from '../../renderer/composables/formats.ts'
import { localeOf } from '../../shared/paper/formats.ts'

const english = formattersFor('en', 'GB')
const german = formattersFor('de', 'DE')
const now = new Date(2026, 10, 21, 12)
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
const hours = 3_600_000

describe('the form of a language', () => {
  it.each([
    ['de', 'AT', 'de-AT'],
    ['en', 'US', 'en-US'],
    ['en', 'DE', 'en-GB'],
    ['de', 'US', 'de'],
  ])('%s in %s is %s', (language, country, locale) => {
    expect(localeOf(language, country)).toBe(locale)
  })

  it('writes numbers, days and sizes as people there do', () => {
    expect([english.number.format(1284), german.number.format(1284)]).toEqual(['1,284', '1.284'])
    expect([english.date.format(now), german.date.format(now)]).toEqual(['21 November 2026', '21. November 2026'])
    expect([english.bytes(1_432_000), german.bytes(1_432_000)]).toEqual(['1.43 MB', '1,43 MB'])
    expect([english.country('DE'), german.country('DE'), german.currency('CHF')]).toEqual(['Germany', 'Deutschland', 'Schweizer Franken'])
  })
})

describe('how long ago', () => {
  it.each([
    [30_000, 'just now', 'just now'],
    [5 * 60_000, '5 minutes ago', 'vor 5 Minuten'],
    [3 * hours, '3 hours ago', 'vor 3 Stunden'],
    [30 * hours, 'yesterday', 'gestern'],
    [13 * 24 * hours, '13 days ago', 'vor 13 Tagen'],
    [22 * 24 * hours, '3 weeks ago', 'vor 3 Wochen'],
    [100 * 24 * hours, '3 months ago', 'vor 3 Monaten'],
    [900 * 24 * hours, '2 years ago', 'vor 2 Jahren'],
  ])('%d ms', (distance, inEnglish, inGerman) => {
    expect(english.relative(before(distance), now, 'just now')).toBe(inEnglish)
    expect(german.relative(before(distance), now, 'just now')).toBe(inGerman)
  })
})

describe('a day of the history', () => {
  it.each([
    [new Date(2026, 10, 21, 0, 1), 'Today', 'Heute'],
    [new Date(2026, 10, 20, 23, 59), 'Yesterday', 'Gestern'],
    [new Date(2026, 10, 17, 9), 'Tuesday 17 November', 'Dienstag, 17. November'],
    [new Date(2025, 11, 31, 9), 'Wednesday 31 December 2025', 'Mittwoch, 31. Dezember 2025'],
  ])('%s', (at, inEnglish, inGerman) => {
    // Some versions of ICU put a comma behind the English day.
    expect([english.day(at, now).replace(',', ''), german.day(at, now)]).toEqual([inEnglish, inGerman])
  })
})

it('writes a day without its year', () => {
  expect([english.longDate('--02-29'), german.longDate('1984-05-14')]).toEqual(['29 February', '14. Mai 1984'])
})

it('says roughly how long it will take', () => {
  expect([english.duration(12.2), english.duration(61), german.duration(7200)]).toEqual(['13 secs', '2 mins', '2 Std.'])
})
