import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { formattersFor } from '../../renderer/composables/formats.ts'
import { ageOn, readBirthday } from '../../shared/contacts/birthday.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const read = (typed: string, locale: string) => readBirthday(typed, locale, today)

describe('a birthday that somebody types', () => {
  it('is read in the order of their language', () => {
    expect(['14.5.1984', '14.05.84', '14. Mai 1984', '14 mai 84', '14-5-1984', '1984-05-14'].map(typed => read(typed, 'de'))).toEqual(
      Array(6).fill('1984-05-14'),
    )
    expect(['5/14/1984', 'May 14, 1984', '14 May 1984', '5.14.84'].map(typed => read(typed, 'en-US'))).toEqual(Array(4).fill('1984-05-14'))
    expect(read('14/5/1984', 'en-GB')).toBe('1984-05-14')
  })

  it('may leave the year out', () => {
    expect([
      read('14.5.', 'de'),
      read('29. Februar', 'de'),
      read('14 May', 'en-GB'),
      read('March 3', 'en-US'),
      read('--05-14', 'de'),
    ]).toEqual(['--05-14', '--02-29', '--05-14', '--03-03', '--05-14'])
  })

  it('has its two-digit years in the past', () => {
    expect([read('1.2.26', 'de'), read('1.2.27', 'de'), read('1.2.99', 'de')]).toEqual(['2026-02-01', '1927-02-01', '1999-02-01'])
  })

  it('is refused where there is no such day', () => {
    expect(
      ['31.2.1984', '29.2.1985', '14', 'soon', '14.5.1984.1', '14 Foo 1984', 'Mai 1984 1 2', '', '14.13.2000'].map(typed =>
        read(typed, 'de'),
      ),
    ).toEqual(Array(9).fill(null))
  })
})

describe('a birthday on the card', () => {
  it('reads back as what it was, in the words of every language', () => {
    for (const locale of ['de-DE', 'en-DE', 'en-GB', 'en-US'])
      for (const birthday of ['1984-05-14', '--12-01', '--02-29', '2001-03-31'])
        expect(readBirthday(formattersFor(locale.slice(0, 2), locale.slice(3)).longDate(birthday), locale, today)).toBe(birthday)
  })

  it('tells the age where the year is known', () => {
    expect([ageOn('1984-11-21', today), ageOn('1984-11-22', today), ageOn('--05-14', today), ageOn('2030-01-01', today)]).toEqual([
      42,
      41,
      null,
      null,
    ])
  })
})
