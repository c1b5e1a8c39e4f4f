import type { Cell } from '../../../shared/reports/model.ts'
import { beginningOf, nextBeginning } from '../../../shared/reports/periods.ts'
import { dayAfter } from '../../../shared/zone.ts'
import { ask, figure, figureOf, reportLink, seriesOf, type Asked } from '../figures.ts'
import type { Source } from '../source.ts'

const daysToCome = 14
const weeksBack = 12

/** Who came and comes today, the time that is still free, and how full the next days are. */
export const visitsTile: Source = {
  tile: 'visits',
  async tell(surroundings) {
    const { today, settings } = surroundings
    const report = await ask({ report: 'visits', period: 'today', compare: 'before', group: 'day' }, surroundings)
    const hours = await ask({ report: 'utilisation', period: 'today', group: 'day' }, surroundings)
    const toCome: Asked = { report: 'visits', from: today, to: dayAfter(today, daysToCome - 1), group: 'day' }
    const [done, open] = [figureOf(report, 'done'), figureOf(report, 'open')]
    const visits = { value: sum(done.value, open.value)!, before: sum(done.before, open.before) }
    return {
      figures: [
        figure({ key: 'visits', type: 'number', ...visits }, 'reports', surroundings),
        figureOf(hours, 'free'),
        figureOf(hours, 'utilisation'),
      ],
      series: seriesOf(await ask(toCome, surroundings), 'open', settings.language),
      link: report.rows[0]!.link!,
    }
  },
}

const sum = (a: Cell, b: Cell) => (typeof a === 'number' && typeof b === 'number' ? a + b : null)

export const noShowsTile: Source = {
  tile: 'noShows',
  async tell(surroundings) {
    const { today, weekStart, settings } = surroundings
    const question: Asked = { report: 'visits', period: 'last30Days', compare: 'before', group: 'week' }
    const report = await ask(question, surroundings)
    const from = nextBeginning('week', beginningOf('week', today, weekStart), 1 - weeksBack)
    const lately = await ask({ report: 'visits', from, to: today, group: 'week' }, surroundings)
    return {
      figures: [figureOf(report, 'noShowRate', { better: 'less' }), figureOf(report, 'noShow'), figureOf(report, 'cancelled')],
      series: seriesOf(lately, 'noShowRate', settings.language),
      link: reportLink(question),
    }
  },
}

export const utilisationTile: Source = {
  tile: 'utilisation',
  async tell(surroundings) {
    const question: Asked = { report: 'utilisation', period: 'last7Days', compare: 'before', group: 'staff' }
    const report = await ask(question, surroundings)
    return {
      figures: [figureOf(report, 'utilisation', { better: 'more' }), figureOf(report, 'busy'), figureOf(report, 'free')],
      series: seriesOf(report, 'utilisation', surroundings.settings.language),
      link: reportLink(question),
    }
  },
}
