import type { CalendarEntry } from '../../shared/appointments/model.ts'

/** So many visits beside each other can still be read in a column of the week. */
export const mostBeside = 4

/** How many services run at the same time at most. */
export function mostAtOnce(entries: readonly CalendarEntry[]) {
  const steps = entries
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ services }) => services)
    .flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ])
    // Whoever leaves at ten makes room for whoever comes at ten.
    .sort((a, b) => (a.at === b.at ? a.by - b.by : a.at < b.at ? -1 : 1))
  let now = 0
  return steps.reduce((most, { by }) => Math.max(most, (now += by)), 0)
}
