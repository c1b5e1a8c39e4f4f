import { shareOf, tableOf } from '../../../shared/reports/table.ts'
import { leadDays, visitFigures, type VisitFigure } from '../../../shared/reports/visits.ts'
import type { Around, Asked, Definition } from '../definition.ts'
import * as diary from '../diary.ts'
import { figuresOf } from '../over-time.ts'
import { fateColumns } from './visits.ts'

/** How long beforehand visits were booked, and what became of them. */
export const leadTime: Definition = {
  ...{ name: 'leadTime', subject: 'visits', groups: [], filters: [], period: 'thisMonth' },
  isOfDiary: true,
  run,
}

async function run({ days }: Asked, around: Around) {
  const { say } = around
  const rows = new Map((await diary.byShape(around, days, 'lead').execute()).map(row => [row.place, row]))
  const lines = [...leadDays, null].map((end, place) => ({
    key: String(place),
    label: end === null ? say('leads.longer', { days: leadDays.at(-1)! }) : say(`leads.${end}`),
    figures: figuresOf<VisitFigure>(visitFigures, name => rows.get(place)?.[name] ?? 0),
  }))
  const share = { key: 'share', type: 'percent' as const, value: visitShare }
  return tableOf({
    columns: [fateColumns[0]!, share, ...fateColumns.slice(1)],
    lines: rows.size === 0 ? [] : lines,
    chart: { kind: 'ranking', columns: ['booked'] },
  })
}

const visitShare = ({ booked }: Record<VisitFigure, number>, all: Record<VisitFigure, number>) => shareOf(booked, all.booked)
