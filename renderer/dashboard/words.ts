import type { Figure, FigureType } from '../../shared/dashboard/model.ts'
import type { Cell } from '../../shared/reports/model.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useCells } from '../reports/cells.ts'

/** Figures as reports write them; a moment as how long ago it was. */
export function useFigures() {
  const { relative } = useFormatters()
  const { write, mark, changeText } = useCells()
  const textOf = (value: Cell, type: FigureType) => {
    if (type !== 'instant') return write(value, type)
    return typeof value === 'string' ? relative(value) : write(value, 'text')
  }

  return {
    write,
    mark,
    textOf,
    /** By how much it has changed, and whether that is good; nothing where it cannot be told. */
    changeOf({ value, before, type, better }: Figure) {
      if (typeof value !== 'number' || typeof before !== 'number') return null
      const text = changeText(value, before, type)
      if (text === '') return null
      // What is written as nothing is neither good nor bad.
      const isGood = !/[1-9]/.test(text) || better === null ? null : value > before === (better === 'more')
      return { text, isGood, before: textOf(before, type) }
    },
  }
}
