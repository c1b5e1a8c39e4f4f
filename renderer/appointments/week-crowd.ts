import type { CalendarEntry } from '../../shared/appointments/model.ts'

/** More visits beside each other than this are a barcode, however wide the window is. */
const mostBeside = 4
const narrowest = 40
const hoursWidth = 58

/** How many visits beside each other a week of this width can show without cutting their times; 0 is not known yet. */
export const mostBesideIn = (width: number) =>
  width === 0 ? mostBeside : Math.min(mostBeside, Math.max(1, Math.floor((width - hoursWidth) / 7 / narrowest)))

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
