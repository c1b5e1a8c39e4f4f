import { dayAfter } from '../../shared/zone.ts'

type Wanted = Readonly<{ country: string; region: string; year: number; language: string }>

const hourInMilliseconds = 3_600_000

/** A feast can last for several days and begin or end at noon; a day on which the clocks change has an hour less. */
const wholeDays = (duration: number) => Math.floor((duration + hourInMilliseconds) / (24 * hourInMilliseconds))

/** The whole days on which a country, or a part of it, does not work. Nothing is known of some countries. */
export async function publicHolidays({ country, region, year, language }: Wanted) {
  // A quarter of a second's work that nothing else needs: the rules of every country.
  const { default: Holidays } = await import('date-holidays')
  const regions = Object.entries(new Holidays(country).getStates(country, language) ?? {})
  const isKnown = regions.some(([code]) => code === region)
  const calendar = isKnown ? new Holidays(country, region) : new Holidays(country)
  const names = new Map<string, string>()
  for (const { type, date, start, end, name } of calendar.getHolidays(year, language)) {
    const days = type === 'public' ? wholeDays(end.getTime() - start.getTime()) : 0
    for (let after = 0; after < days; after++) {
      const day = dayAfter(date.slice(0, 10), after)
      if (!names.has(day)) names.set(day, name)
    }
  }
  return {
    regions: regions.map(([code, name]) => ({ code, name })),
    holidays: [...names].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
