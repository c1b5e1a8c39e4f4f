import { statuses, type Status } from '../appointments/model.ts'

/**
 * What is told of the diary, by the day on which a visit begins.
 *
 * - Booked are all visits, whatever became of them: those that took place, those that are still to come or were not marked, those
 *   that were cancelled, and those to which nobody came. Blocked time is none.
 * - The rate of no-shows is their part of the visits that took place or should have; that of cancellations, of all that were booked.
 * - Busy is the time in which somebody can do nothing else because of visits that were not cancelled and not missed: with the
 *   buffers, without the time in which a client only waits; where several
 *   take part in the same, once. Available is when somebody works while the shop is open, less what
 *   was blocked. Utilisation is the part of the available time that is busy; above 100 % somebody worked longer than planned.
 */
export const visitFates = ['done', 'open', 'cancelled', 'noShow'] as const
export type VisitFate = (typeof visitFates)[number]

const fates = {
  booked: 'open',
  confirmed: 'open',
  arrived: 'done',
  inService: 'done',
  done: 'done',
  noShow: 'noShow',
  cancelled: 'cancelled',
} as const satisfies Record<Status, VisitFate>

export const statusesOf = (fate: VisitFate) => statuses.filter(status => fates[status] === fate)

export const visitFigures = ['booked', ...visitFates] as const
export type VisitFigure = (typeof visitFigures)[number]

/** How long beforehand visits are booked: less than so many days. */
export const leadDays = [1, 2, 7, 14, 30] as const
