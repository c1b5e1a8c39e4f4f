import type { Calendar } from '@event-calendar/core'
import { without, type Minutes } from '../hours.ts'
import { atMinute } from '../walls.ts'
import { background, drawn } from './blocks.ts'

/** The hatched time of one column, or of a day where there are no columns. */
export const offBlocks = (day: string, worked: readonly Minutes[], column: string | null): Calendar.EventInput[] =>
  without(worked).map(({ from, to }) =>
    drawn(
      { type: 'off' },
      {
        ...background,
        id: `off-${column ?? 'all'}-${day}-${from}`,
        ...(column === null ? {} : { resourceIds: [column] }),
        start: atMinute(day, from),
        end: atMinute(day, to),
        classNames: ['off'],
      },
    ),
  )

/** A day of the month on which the shop does not open. */
export const closedDay = (day: string): Calendar.EventInput =>
  drawn({ type: 'off' }, { ...background, id: `closed-${day}`, allDay: true, start: day, end: day, classNames: ['off'] })
