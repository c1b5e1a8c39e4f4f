const two = (number: number) => String(number).padStart(2, '0')

/** An instant as a field for date and time wants it, in this PC's time: 2026-11-21T13:00. */
export function localTime(instant: string) {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Undefined where nothing was chosen. */
export const instantOf = (local: string) => (local === '' ? undefined : new Date(local).toISOString())
