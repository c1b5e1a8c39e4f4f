/** One measured number, and what it should be. */
export type Figure = {
  what: string
  value: number
  unit: string
  goal?: { least: number } | { most: number }
  note?: string
}

export type Section = { title: string; figures: Figure[] }

export const median = (values: readonly number[]) => percentile(values, 0.5)

export function percentile(values: readonly number[], part: number) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K) {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}

export function verdict({ value, goal }: Figure) {
  if (!goal || Number.isNaN(value)) return ''
  const reached = 'least' in goal ? value >= goal.least : value <= goal.most
  return reached ? 'reached' : 'missed'
}

export function table(sections: readonly Section[]) {
  const rows = sections.flatMap(({ title, figures }) => [[`\n${title}`], ...figures.map(row)])
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.filter(row => row.length > 1).map(row => row[column]?.length ?? 0)))
  return rows.map(cells => line(cells, widths)).join('\n')
}

const row = (figure: Figure) => [
  `  ${figure.what}`,
  written(figure.value, figure.unit),
  goalText(figure),
  verdict(figure),
  figure.note ?? '',
]

/** Numbers stand at the right of their column, so that they can be compared. */
const line = (cells: readonly string[], widths: readonly number[]) =>
  cells
    .map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
    .join('  ')
    .trimEnd()

function goalText({ goal, unit }: Figure) {
  if (!goal) return ''
  return 'least' in goal ? `>= ${written(goal.least, unit)}` : `<= ${written(goal.most, unit)}`
}

const written = (value: number, unit: string) => {
  if (Number.isNaN(value)) return 'not measured'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`.trim()
}
