import type { Cell, ColumnType } from '../../shared/reports/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWallFormats } from '../composables/wall-formats.ts'

const unknown = '–'

/** Cells of a report as they are read. */
export function useCells() {
  const { money, number, rate, quantity, length } = useFormatters()
  const { date } = useWallFormats()
  const writers: Record<ColumnType, (value: number) => string> = {
    ...{ money, number, decimal: quantity, minutes: length, text: String, date: String },
    percent: basisPoints => rate(Math.round(basisPoints / 10) * 10),
  }
  const write = (cell: Cell, type: ColumnType) => {
    if (cell === null) return unknown
    if (typeof cell === 'string') return type === 'date' ? date(cell) : cell
    return writers[type](cell)
  }
  return {
    write,
    changeText: (now: Cell, before: Cell, type: ColumnType = 'number') => (type === 'percent' ? '' : changeText(now, before, rate)),
  }
}

/** By how much it is more or less than before; nothing where that cannot be told. */
function changeText(now: Cell, before: Cell, rate: (basisPoints: number) => string) {
  if (typeof now !== 'number' || typeof before !== 'number' || before === 0) return ''
  const change = Math.round(((now - before) * 1000) / Math.abs(before)) * 10
  return change > 0 ? `+${rate(change)}` : rate(change).replace('-', '−')
}
