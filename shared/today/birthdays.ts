import { dayAfter } from '../zone.ts'

/** How far ahead birthdays are told. */
export const birthdayDays = 7

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The dates, as `MM-DD`, that are celebrated on a day: of the 29th of February, in most years, on the 28th. */
export function celebratedOn(day: string): string[] {
  const date = day.slice(5)
  return date === '02-28' && !isLeapYear(Number(day.slice(0, 4))) ? [date, '02-29'] : [date]
}

/** The days from today on which a yearly date is told, the next first. */
export const daysAhead = (today: string) => Array.from({ length: birthdayDays + 1 }, (_, ahead) => dayAfter(today, ahead))

/** How many years it is on that day; null where the year is unknown: `--05-14`. */
export function yearsOn(day: string, since: string) {
  const years = Number(day.slice(0, 4)) - Number(since.slice(0, 4))
  return since.startsWith('--') || years < 1 ? null : years
}
