import { z } from 'zod'
import type { InputProblem } from '../errors.ts'
import { fold } from '../text.ts'
import { CalendarDate } from '../time.ts'
import { problemsOf } from '../validation.ts'
import type { Custom, CustomChange, CustomValue, Field } from './model.ts'

type Kind = NonNullable<Field['kind']>

export const isFor = ({ kind, archivedAt }: Pick<Field, 'kind' | 'archivedAt'>, wanted: Kind) =>
  archivedAt === null && (kind === null || kind === wanted)

export const isLink = (text: string) => /^(https?:\/\/|mailto:|tel:)\S+$/i.test(text)

/** What a field takes; `known` are options that somebody has already, also where they are no longer offered. */
export function valueSchema({ type, options }: Pick<Field, 'type' | 'options'>, known: readonly number[] = []): z.ZodType<CustomValue> {
  const isOffered = (id: number) => known.includes(id) || options.some(option => option.id === id && !option.archived)
  const option = z.int().refine(isOffered, { error: 'choiceUnknown' })
  return {
    text: z.string().trim().min(1, { error: 'required' }).max(2000, { error: 'tooLong' }),
    number: z.number(),
    date: CalendarDate,
    yesNo: z.boolean(),
    choice: option,
    choices: z.array(option).min(1, { error: 'required' }),
    link: z.string().trim().max(2000, { error: 'tooLong' }).refine(isLink, { error: 'linkInvalid' }),
  }[type]
}

const optionsIn = (value: CustomValue | undefined) => (Array.isArray(value) ? value : typeof value === 'number' ? [value] : [])

/** The values after a change, or all that is wrong with it. */
export function applyCustom(fields: readonly Field[], before: Custom, change: CustomChange, kind: Kind) {
  const custom = new Map(Object.entries(before))
  const problems: InputProblem[] = []
  for (const [key, value] of Object.entries(change)) {
    const field = fields.find(({ id }) => String(id) === key)
    if (!field) problems.push({ path: ['custom', key], reason: 'fieldUnknown' })
    else if (value === null) {
      if (field.required && isFor(field, kind)) problems.push({ path: ['custom', key], reason: 'required' })
      custom.delete(key)
    } else {
      const read = valueSchema(field, optionsIn(before[key])).safeParse(value)
      if (read.success) custom.set(key, read.data)
      else
        problems.push(
          ...problemsOf(read.error)
            .slice(0, 1)
            .map(problem => named(problem, field, value)),
        )
    }
  }
  return { custom: Object.fromEntries(custom), problems }
}

/** A choice that is not offered says which, and of which field. */
const named = (problem: InputProblem, { id, name }: Field, value: CustomValue): InputProblem =>
  problem.reason === 'choiceUnknown'
    ? { path: ['custom', String(id)], reason: 'choiceUnknown', params: { name, value: String(value) } }
    : { ...problem, path: ['custom', String(id)] }

/** For a new contact: defaults where nothing is said, and complaints where something must be. */
export function completeCustom(fields: readonly Field[], given: Custom, kind: Kind) {
  const own = fields.filter(field => isFor(field, kind))
  const defaults = own.flatMap(({ id, defaultValue }) => (defaultValue === null ? [] : [[String(id), defaultValue] as const]))
  const { custom, problems } = applyCustom(fields, {}, { ...Object.fromEntries(defaults), ...given }, kind)
  const missing = own.filter(({ id, required }) => required && !(String(id) in custom) && !(String(id) in given))
  return {
    custom,
    problems: [...problems, ...missing.map(({ id }): InputProblem => ({ path: ['custom', String(id)], reason: 'required' }))],
  }
}

export type FieldWords = { yes: string; no: string; date(day: string): string; number(value: number): string }

/** A value as people read it. */
export function customText({ type, options }: Pick<Field, 'type' | 'options'>, value: CustomValue, words: FieldWords): string {
  const labelOf = (id: number) => options.find(option => option.id === id)?.label ?? ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map(labelOf).filter(Boolean).join(', ')
  if (typeof value === 'number') return type === 'choice' ? labelOf(value) : words.number(value)
  return type === 'date' ? words.date(value) : value
}

/** The field of that name: what a column of a file with this header holds. */
export const fieldNamed = (fields: readonly Field[], header: string) =>
  fields.find(({ name, archivedAt }) => archivedAt === null && fold(name) === fold(header.trim()))
