import { decimalsOf } from '../money.ts'
import type { Cell, ColumnType } from './model.ts'

/** Cells of a report as somebody reads them on paper, in the form of a locale. */
export function createCellWriter(locale: string, currency: string) {
  const [number, decimal] = [new Intl.NumberFormat(locale), new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })]
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const writers: Record<ColumnType, (value: number) => string> = {
    text: String,
    date: String,
    number: value => number.format(value),
    decimal: value => decimal.format(value / 1000),
    percent: value => rate.format(value / 10_000),
    money: value => money.format(value / 10 ** decimalsOf(currency)),
    minutes: value => `${number.format(Math.floor(value / 60))}:${String(value % 60).padStart(2, '0')}`,
  }
  return (cell: Cell, type: ColumnType) => {
    if (cell === null) return type === 'text' ? '' : '–'
    if (typeof cell === 'string') return type === 'date' ? date.format(new Date(cell)) : cell
    return writers[type](cell)
  }
}
