import type { TileName } from '../../../shared/dashboard/model.ts'
import { beginningOf, nextBeginning, type Span } from '../../../shared/reports/periods.ts'
import { ask, figureOf, reportLink, seriesOf, type Asked } from '../figures.ts'
import type { Source } from '../source.ts'

type Tile = Readonly<{ tile: TileName; period: 'today' | 'thisWeek' | 'thisMonth'; span: Span; parts: number }>

/** What was charged so far, against as many days of the period before; and how it went lately. */
const revenueTile = ({ tile, period, span, parts }: Tile): Source => ({
  tile,
  async tell(surroundings) {
    const { today, weekStart, settings } = surroundings
    const question: Asked = { report: 'revenue', period, compare: 'before', group: span }
    const report = await ask(question, surroundings)
    const from = nextBeginning(span, beginningOf(span, today, weekStart), 1 - parts)
    const lately = await ask({ report: 'revenue', from, to: today, group: span }, surroundings)
    // A day that is not over is less than the one before.
    const better = span === 'day' ? null : 'more'
    return {
      figures: [figureOf(report, 'net', { better }), figureOf(report, 'documents'), figureOf(report, 'averageTicket')],
      series: seriesOf(lately, 'net', settings.language),
      // Of one day there are the documents themselves.
      link: (span === 'day' && report.rows[0]?.link) || reportLink(question),
    }
  },
})

export const revenueTiles: readonly Source[] = [
  revenueTile({ tile: 'revenueToday', period: 'today', span: 'day', parts: 14 }),
  revenueTile({ tile: 'revenueWeek', period: 'thisWeek', span: 'week', parts: 12 }),
  revenueTile({ tile: 'revenueMonth', period: 'thisMonth', span: 'month', parts: 12 }),
]
