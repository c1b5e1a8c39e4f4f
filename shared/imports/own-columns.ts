import { endOfUsualColumns, isOwnExport } from '../exports/own.ts'
import type { Field, FieldType } from '../fields/model.ts'
import { fieldNamed } from '../fields/rules.ts'
import { fold } from '../text.ts'
import { isPlaceholder, readTags, readValue } from './cells.ts'
import { guessFields } from './columns.ts'
import { isNoDate, readDay } from './dates.ts'
import { readNumber } from './numbers.ts'
import { ownField } from './own-fields.ts'
import { readYesNo } from './yes-no.ts'

export type OwnMeaning = Pick<Field, 'id' | 'name' | 'type' | 'options'> & { isNew: boolean }

const nameAtMost = 60
const labelAtMost = 60

/**
 * A column under the name of a field is that field, and says nothing about the others. In a table that we wrote those stand behind
 * what every shop has.
 */
export function guessWithOwnFields(headers: readonly string[], rows: readonly (readonly string[])[], fields: readonly Field[]) {
  const end = isOwnExport(headers) ? endOfUsualColumns(headers) : null
  const own = headers.map((header, column) => (header !== '' && column >= (end ?? 0) ? fieldNamed(fields, header)?.id : undefined))
  const isHidden = (column: number) => own[column] !== undefined || (end !== null && column >= end)
  const hidden = (cells: readonly string[]) => cells.map((cell, column) => (isHidden(column) ? '' : cell))
  const guessed = guessFields(hidden(headers), own.some((_, column) => isHidden(column)) ? rows.map(hidden) : rows, headers.length)
  return guessed.map((guess, column) => (own[column] === undefined ? guess : ownField(own[column])))
}

type Named = { fields: readonly (string | null)[]; nameOf: (column: number) => string; valuesIn: (column: number) => readonly string[] }

/**
 * The fields of the shop's own that columns mean, each in its column. Those to be made have numbers below 0 until they are; a
 * name that is there already means the field that has it, and two columns of one name are one field.
 */
export function ownMeanings({ fields, nameOf, valuesIn }: Named, known: readonly Field[]): (OwnMeaning | null)[] {
  const made: OwnMeaning[] = []
  return fields.map((field, column) => {
    const [kind, of = ''] = (field ?? '').split('.')
    if (kind === 'custom') return existing(known.find(({ id }) => String(id) === of))
    if (kind !== 'new') return null
    const name = nameOf(column).trim().slice(0, nameAtMost).trim()
    const same = fieldNamed(known, name) ?? made.find(other => fold(other.name) === fold(name))
    if (same) return 'isNew' in same ? same : existing(same)
    const values = filled(valuesIn(column))
    const type = of === '' ? guessType(values) : (of as FieldType)
    const meaning = { id: -1 - column, name, type, options: optionsFor(type, values), isNew: true }
    made.push(meaning)
    return meaning
  })
}

const existing = (field: Field | undefined): OwnMeaning | null =>
  field ? { id: field.id, name: field.name, type: field.type, options: field.options, isNew: false } : null

const filled = (values: readonly string[]) => values.map(readValue).filter(value => value !== '' && !isPlaceholder(value))

const choicesAtMost = 12
const timesEach = 3

/** What every value can be taken for without losing anything: where one does not fit, all are text. */
export function guessType(values: readonly string[]): FieldType {
  if (values.length === 0) return 'text'
  const distinct = new Set(values.map(fold))
  const isFlag = values.every(value => readYesNo(value) !== null) && (distinct.size > 1 || !/^[^x✓✔☑]$/i.test(values[0]!))
  if (isFlag && distinct.size <= 3) return 'yesNo'
  if (values.every(value => /^https?:\/\/\S+$/i.test(value))) return 'link'
  if (values.every(isDay)) return 'date'
  if (values.every(isPlainNumber)) return 'number'
  const isChoice = distinct.size <= choicesAtMost && values.length >= distinct.size * timesEach
  return isChoice && values.every(value => value.length <= labelAtMost) ? 'choice' : 'text'
}

const isDay = (value: string) => !/^\d+$/.test(value) && !isNoDate(value) && readDay(value, 'dayFirst', '2000-01-01') !== null
/** A number with a zero in front, a letter inside or very many digits is a name for something. */
const isPlainNumber = (value: string) =>
  readNumber(value, 'comma') !== null && !/^[+-]?0\d|e/i.test(value) && value.replace(/\D/g, '').length <= 15

const optionsAtFirst = 200

function optionsFor(type: FieldType, values: readonly string[]): Field['options'] {
  if (type !== 'choice' && type !== 'choices') return []
  const labels = new Map<string, string>()
  const all = type === 'choices' ? values.flatMap(readTags) : values
  for (const value of all) if (value.length <= labelAtMost && !labels.has(fold(value))) labels.set(fold(value), value)
  return [...labels.values()].slice(0, optionsAtFirst).map((label, index) => ({ id: index + 1, label, archived: false }))
}
