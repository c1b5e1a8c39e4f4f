import type { CustomValue, Field } from '../fields/model.ts'
import { isLink } from '../fields/rules.ts'
import { isPlaceholder, readTags, readText, readUntouched, readValue } from './cells.ts'
import { isNoDate, isWrittenDay, readDay, type DateOrder } from './dates.ts'
import { readNumber, type DecimalMark } from './numbers.ts'
import { knownOptions, type GrownOption, type OptionProblem } from './own-options.ts'
import { readYesNo } from './yes-no.ts'

/** A column with values of a field of the shop's own. */
export type OwnColumn = Pick<Field, 'id' | 'type' | 'options'> & {
  column: number
  dateOrder: DateOrder
  mark: DecimalMark
  /** Whether a choice that is not there becomes one. */
  grows: boolean
}
export type OwnProblem =
  OptionProblem | { reason: 'tooLong' | 'numberInvalid' | 'noSuchDay' | 'yesNoInvalid' | 'linkInvalid'; value: string; maximum?: number }
type Reading = { value: CustomValue | null; problems: readonly OwnProblem[] }
type Options = { isOwn: boolean; today: string }

const textAtMost = 2000

const nothing: Reading = { value: null, problems: [] }
const found = (value: CustomValue): Reading => ({ value, problems: [] })
const refused = (reason: 'numberInvalid' | 'noSuchDay' | 'yesNoInvalid' | 'linkInvalid', value: string): Reading => ({
  value: null,
  problems: [{ reason, value }],
})

/** Reads the cells of the shop's own fields. Options that a row brings are known in all rows behind it. */
export function createOwnReader(columns: readonly OwnColumn[], { isOwn, today }: Options, onOption: (option: GrownOption) => void) {
  const text = isOwn ? readUntouched : readText
  const options = new Map(columns.map(column => [column.id, knownOptions(column, column.grows ? onOption : null)]))

  function choiceIn({ id }: OwnColumn, cell: string): Reading {
    const label = text(cell)
    const known = options.get(id)!
    if (isPlaceholder(label) && known.find(label) === undefined) return nothing
    const option = known.take(label)
    return typeof option === 'number' ? found(option) : { value: null, problems: [option] }
  }

  /** `Fine, Curly`; where the whole cell is one option, a comma inside divides nothing. */
  function choicesIn({ id }: OwnColumn, cell: string): Reading {
    const known = options.get(id)!
    const whole = known.find(text(cell))
    if (whole !== undefined) return found([whole])
    const all = readTags(cell)
      .filter(label => !isPlaceholder(label) || known.find(label) !== undefined)
      .map(known.take)
    const ids = [...new Set(all.filter(option => typeof option === 'number'))]
    return { value: ids.length > 0 ? ids : null, problems: all.filter(option => typeof option !== 'number') }
  }

  function dayIn({ dateOrder }: OwnColumn, value: string) {
    if (isOwn && isWrittenDay(value) && !value.startsWith('-')) return found(value)
    if (isNoDate(value)) return nothing
    const day = readDay(value, dateOrder, today)
    return day === null ? refused('noSuchDay', value) : found(day)
  }

  const readers: Record<Field['type'], (column: OwnColumn, cell: string) => Reading> = {
    text: (_column, cell) => within(text(cell)),
    number: ({ mark }, cell) => valueIn(cell, value => readNumber(value, mark), 'numberInvalid'),
    date: (column, cell) => dayIn(column, readValue(cell)),
    yesNo: (_column, cell) => valueIn(cell, readYesNo, 'yesNoInvalid'),
    choice: choiceIn,
    choices: choicesIn,
    link: (_column, cell) => linkIn(text(cell)),
  }
  return (column: OwnColumn, cell: string): Reading => (cell.trim() === '' ? nothing : readers[column.type](column, cell))
}

function valueIn(cell: string, read: (value: string) => CustomValue | null, reason: 'numberInvalid' | 'yesNoInvalid'): Reading {
  const value = readValue(cell)
  const answer = read(value)
  if (answer !== null) return found(answer)
  return value === '' || isPlaceholder(value) ? nothing : refused(reason, value)
}

function within(text: string): Reading {
  if (text === '') return nothing
  return text.length <= textAtMost ? found(text) : { value: null, problems: [{ reason: 'tooLong', value: text, maximum: textAtMost }] }
}

const bareLink = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|at|ch|fr|es|it|nl|pt|tr|eu|uk)(?:\/|$))/i

function linkIn(text: string): Reading {
  if (isPlaceholder(text)) return nothing
  const link = bareLink.test(text) ? `https://${text}` : text
  return isLink(link) ? within(link) : refused('linkInvalid', text)
}
