import { useI18n } from 'vue-i18n'
import type { Cell, ColumnType } from '../../shared/reports/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWallFormats } from '../composables/wall-formats.ts'

const unknown = '–'
/** What is rounded to nothing is neither more nor less. */
const signOf = (change: number) => (change > 0 ? '+' : change < 0 ? '-' : '')

/** Cells of a report as they are read. */
export function useCells() {
  const { t } = useI18n()
  const { money, roundMoney, number, rate, quantity, length } = useFormatters()
  const { date } = useWallFormats()
  const writers: Record<ColumnType, (value: number) => string> = {
    ...{ money, number, decimal: thousandths => quantity(Math.round(thousandths / 10) * 10), minutes: length, text: String, date: String },
    percent: basisPoints => rate(Math.round(basisPoints / 10) * 10),
  }
  const write = (cell: Cell, type: ColumnType) => {
    if (cell === null) return type === 'text' ? '' : unknown
    if (typeof cell === 'string') return type === 'date' ? date(cell) : cell
    return writers[type](cell)
  }

  /** On an axis, where there is room for little. */
  const mark = (value: number, type: ColumnType) => (type === 'money' ? roundMoney(value) : write(value, type))

  /** By how much it is more or less than before; nothing where that cannot be told. */
  function changeText(now: Cell, before: Cell, type: string) {
    if (typeof now !== 'number' || typeof before !== 'number') return ''
    if (type === 'percent') return pointsText(now - before)
    if (before === 0) return ''
    const change = Math.round(((now - before) * 1000) / Math.abs(before)) * 10
    return `${signOf(change)}${rate(Math.abs(change))}`
  }

  /** A share that goes from 4 to 5 % is a point more: nobody would read it as a quarter. */
  function pointsText(basisPoints: number) {
    const tenths = Math.round(basisPoints / 10)
    return t('reports.percentagePoints', { points: `${signOf(tenths)}${quantity(Math.abs(tenths) * 100)}` })
  }

  return { write, mark, changeText }
}
