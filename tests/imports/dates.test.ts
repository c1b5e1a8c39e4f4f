import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'

async function birthdays(values: readonly string[], country = 'DE') {
  const { api, offer } = await aShopWithFiles()
  await api('settings.update', { country })
  const file = offer(['Name;Geburtstag', ...values.map((value, index) => `Kundin ${index};${value}`)].join('\n'))
  const { import: id } = await api.run('imports.run', { file })
  const { contacts } = await api('contacts.list', { limit: 500 })
  const { problems } = await api('imports.problems', { import: id })
  const sorted = contacts.toSorted((a, b) => a.id - b.id).map(({ birthday }) => birthday)
  return { birthdays: sorted, problems: problems.map(({ line, value, reason }) => [line, value, reason]) }
}

const read = (...birthdays: (string | null)[]) => ({ birthdays, problems: [] })

describe('a column of dates', () => {
  it('has the day first where one value can be read in no other way, whatever the country', async () => {
    expect(await birthdays(['03/04/1980', '25/12/1979'], 'US')).toEqual(read('1980-04-03', '1979-12-25'))
  })

  it('has the month first where one value can be read in no other way, whatever the country', async () => {
    expect(await birthdays(['03/04/1980', '12/25/1979'])).toEqual(read('1980-03-04', '1979-12-25'))
  })

  it('is read as the country of the shop writes it where no value tells', async () => {
    expect(await birthdays(['03/04/1980'], 'DE')).toEqual(read('1980-04-03'))
    expect(await birthdays(['03/04/1980'], 'US')).toEqual(read('1980-03-04'))
  })

  it('has the day first where points divide it', async () => {
    expect(await birthdays(['03.04.1980'], 'US')).toEqual(read('1980-04-03'))
  })

  it('may be mixed as people mix it', async () => {
    const values = [
      '1984-05-14',
      '14.5.84',
      '14. Mai 1984',
      'May 14, 1984',
      '14 de mayo de 1984',
      '14 mai 1984',
      '14 Mayıs 1984',
      '19840514',
      '1984-05-14 00:00:00',
    ]
    expect(await birthdays(values)).toEqual(read(...values.map(() => '1984-05-14')))
  })

  it('may lack the year', async () => {
    expect(await birthdays(['14.05.', '--05-14', '29.02.', '14. Mai'])).toEqual(read('--05-14', '--05-14', '--02-29', '--05-14'))
  })

  it('takes two digits for a year that has been', async () => {
    expect(await birthdays(['1.2.26', '1.2.27', '1.2.99'])).toEqual(read('2026-02-01', '1927-02-01', '1999-02-01'))
  })

  it('may say that there is none', async () => {
    expect(await birthdays(['0/0/00', '', '-', 'n/a', '00.00.0000'])).toEqual(read(null, null, null, null, null))
  })

  it('never takes a day that there is not', async () => {
    expect(await birthdays(['31.04.1980', '29.02.1900', '29.02.2000', 'morgen', '13.13.1980'])).toEqual({
      birthdays: [null, null, '2000-02-29', null, null],
      problems: [
        [2, '31.04.1980', 'noSuchDay'],
        [3, '29.02.1900', 'noSuchDay'],
        [5, 'morgen', 'noSuchDay'],
        [6, '13.13.1980', 'noSuchDay'],
      ],
    })
  })
})
