/** A day on the calendar as the days since the beginning of 1970. */
export const dayNumber = (day: string) => Date.parse(day) / 86_400_000
