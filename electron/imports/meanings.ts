import { AppError } from '../../shared/errors.ts'
import type { Field } from '../../shared/fields/model.ts'
import { weighDateOrder, type DateEvidence } from '../../shared/imports/dates.ts'
import type { ImportOptions } from '../../shared/imports/model.ts'
import { weighDecimals, type NumberEvidence } from '../../shared/imports/numbers.ts'
import { ownMeanings, type OwnMeaning } from '../../shared/imports/own-columns.ts'
import { newField, ownField } from '../../shared/imports/own-fields.ts'
import type { FileRecord } from '../../shared/imports/records.ts'
import { columnName } from './problems.ts'

type Fields = readonly (string | null)[]
type Meanings = { fields: Fields; own: readonly (OwnMeaning | null)[] }

const valuesIn = (rows: readonly FileRecord[], column: number) => rows.map(({ cells }) => cells[column] ?? '')

/** What columns are wanted to mean, with the fields of the shop's own looked up. */
export function meaningsOf(wanted: Fields, headers: readonly string[], rows: readonly FileRecord[], known: readonly Field[]): Meanings {
  const nameOf = (column: number) => columnName(headers, column)
  const own = ownMeanings({ fields: wanted, nameOf, valuesIn: column => valuesIn(rows, column) }, known)
  const fields = wanted.map((field, column) => {
    const meaning = own[column]
    if (!meaning && field?.startsWith('custom.')) throw new AppError('notFound', 'fieldGone')
    if (!meaning) return field
    return meaning.isNew ? newField(meaning.type) : ownField(meaning.id)
  })
  return { fields, own }
}

type Wanted = Pick<ImportOptions, 'dateOrder' | 'decimalMark'> & { isOwn: boolean }

/** How days and numbers are read in each column that has some. What we wrote ourselves needs no guess. */
export function evidenceOf({ fields, own }: Meanings, rows: readonly FileRecord[], wanted: Wanted, country: string) {
  const { dateOrder, decimalMark, isOwn } = wanted
  const dates = fields.map((field, column): DateEvidence | null => {
    if (field !== 'birthday' && own[column]?.type !== 'date') return null
    return dateOrder ? { order: dateOrder, because: 'choice', value: '' } : weighDateOrder(valuesIn(rows, column), country)
  })
  const numbers = own.map((meaning, column): NumberEvidence | null => {
    if (meaning?.type !== 'number' || isOwn) return null
    return decimalMark ? { mark: decimalMark, because: 'choice', value: '' } : weighDecimals(valuesIn(rows, column), country)
  })
  return { dates, numbers, dateOrders: dates.map(evidence => evidence?.order ?? 'dayFirst') }
}
