import { isSpan, type Link } from '../../../shared/reports/model.ts'
import { spans } from '../../../shared/reports/periods.ts'
import { shareOf, tableOf, type ColumnOf, type Line } from '../../../shared/reports/table.ts'
import { visitFigures, type VisitFigure } from '../../../shared/reports/visits.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as diary from '../diary.ts'
import { servicesOf, staffOf } from '../names.ts'
import { overTime } from '../over-time.ts'
import { highestFirst } from '../ranking.ts'

export const fateColumns: ColumnOf<VisitFigure>[] = [
  { key: 'booked', type: 'number', value: ({ booked }) => booked },
  { key: 'done', type: 'number', value: ({ done }) => done },
  { key: 'open', type: 'number', value: ({ open }) => open },
  { key: 'cancelled', type: 'number', value: ({ cancelled }) => cancelled },
  { key: 'noShow', type: 'number', value: ({ noShow }) => noShow },
  { key: 'cancellationRate', type: 'percent', value: ({ cancelled, booked }) => shareOf(cancelled, booked) },
  { key: 'noShowRate', type: 'percent', value: ({ noShow, done }) => shareOf(noShow, done + noShow) },
]

/** What became of visits, with the names of `shared/reports/visits.ts`. */
export const visits: Definition = {
  name: 'visits',
  subject: 'visits',
  groups: [...spans, 'service', 'staff'],
  filters: ['staffId', 'serviceId', 'category'],
  isOfDiary: true,
  period: 'thisMonth',
  run: (asked, around) => (isSpan(asked.group) ? byTime(asked, around) : byThing(asked, around)),
}

async function byTime(asked: Asked, around: Around) {
  const { lines } = await overTime(asked, around, visitFigures, named => diary.byPart(around, named, asked.filters))
  const linked = lines.map(line => ({ ...line, link: calendarOf(line.days.from, asked.group === 'day' ? 'day' : 'week') }))
  return tableOf({ columns: fateColumns, lines: linked, chart: { kind: 'bars', columns: ['done', 'open', 'cancelled', 'noShow'] } })
}

const calendarOf = (day: string, view: 'day' | 'week'): Link => ({ page: 'calendar', id: null, query: { day, view } })

async function byThing(asked: Asked, around: Around) {
  const lines = highestFirst(await linesBy(asked, around), ({ booked }) => booked)
  // Of a visit with two services or two people, both have their part: the whole is less than the sum.
  const total = asked.group === 'staff' ? await diary.total(around, asked.days, asked.filters) : undefined
  return tableOf({ columns: fateColumns, lines, total, chart: { kind: 'ranking', columns: ['done', 'noShow'] } })
}

async function linesBy({ group, days, filters }: Asked, around: Around): Promise<Line<VisitFigure>[]> {
  if (group === 'staff') {
    const nameOf = await staffOf(around)
    const rows = await diary.byStaff(around, days, filters).execute()
    return rows.map(({ staffId, ...figures }) => ({ key: String(staffId), label: nameOf(staffId), figures })).filter(isThere)
  }
  const nameOf = await servicesOf(around)
  const rows = await diary.byService(around, days, filters).execute()
  return rows.map(({ serviceId, ...figures }) => ({ key: String(serviceId), label: nameOf(serviceId), figures })).filter(isThere)
}

/** Blocked time, and what came and went, leave rows of nothing. */
const isThere = ({ figures }: Line<VisitFigure>) => figures.booked > 0
