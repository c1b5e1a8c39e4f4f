import { z } from 'zod'
import { CalendarDate, Instant } from '../time.ts'

export const textFields = [
  'givenName',
  'familyName',
  'additionalName',
  'namePrefix',
  'nameSuffix',
  'organization',
  'phone',
  'email',
  'street',
  'postalCode',
  'locality',
  'region',
  'country',
  'language',
  'source',
  'note',
  'alertText',
] as const
/** Whole years; nothing where the year of birth is not known. */
export const numberFields = ['age'] as const
/** Relations are roles: what somebody is to those whom they are linked with. */
export const choiceFields = [
  'kind',
  'relations',
  'alerts',
  'preferredChannel',
  'consentEmail',
  'consentPhone',
  'consentMessage',
  'consentPost',
  'clientGroup',
] as const
/** The last contact is the latest entry of the timeline; without one, the day on which the contact was added. The next step is a follow-up or a task. */
export const dateFields = ['followUpOn', 'nextStep', 'lastContact', 'createdAt', 'changedAt'] as const
export const yesNoFields = ['blocked'] as const

export const operators = {
  text: ['contains', 'containsNot', 'is', 'isNot', 'begins', 'empty', 'filled'],
  number: ['is', 'atLeast', 'atMost', 'between', 'empty', 'filled'],
  date: ['on', 'before', 'after', 'inNext', 'inLast', 'moreThanAgo', 'today', 'past', 'empty', 'filled'],
  birthday: ['inNext', 'inLast', 'month', 'empty', 'filled'],
  choice: ['anyOf', 'noneOf', 'empty', 'filled'],
  tags: ['has', 'hasNot', 'empty', 'filled'],
  yesNo: ['yes', 'no', 'empty', 'filled'],
} as const
export type FilterType = keyof typeof operators
export type Operator = (typeof operators)[FilterType][number]

/** What an operator asks for beside itself. */
export const operands: Readonly<
  Record<Operator, 'text' | 'number' | 'range' | 'day' | 'days' | 'month' | 'choices' | 'tags' | 'value' | null>
> = {
  ...{ contains: 'text', containsNot: 'text', is: 'value', isNot: 'text', begins: 'text' },
  ...{ atLeast: 'number', atMost: 'number', between: 'range', on: 'day', before: 'day', after: 'day' },
  ...{ inNext: 'days', inLast: 'days', moreThanAgo: 'days', month: 'month' },
  ...{ anyOf: 'choices', noneOf: 'choices', has: 'tags', hasNot: 'tags' },
  ...{ today: null, past: null, yes: null, no: null, empty: null, filled: null },
}

/** `custom.3` is the shop's field with the id 3. */
const Own = z.templateLiteral(['custom.', z.int()], { error: 'fieldUnknown' })
const fieldOf = <const T extends readonly string[]>(names: T) => z.union([z.enum(names, { error: 'fieldUnknown' }), Own])

const days = z.int().min(0).max(3660).nullable().default(null)
const needs = { error: 'required', path: ['value'] }
const wants = (is: Operator) => operands[is] !== null

const TextCondition = z
  .strictObject({
    type: z.literal('text'),
    field: fieldOf(textFields),
    is: z.enum(operators.text),
    value: z.string().trim().max(200, { error: 'tooLong' }).default(''),
  })
  .refine(({ is, value }) => !wants(is) || value !== '', needs)
  .refine(({ field, is, value }) => field !== 'phone' || !wants(is) || /\d/.test(value), { error: 'phoneWithoutDigits', path: ['value'] })

const NumberCondition = z
  .strictObject({
    type: z.literal('number'),
    field: fieldOf(numberFields),
    is: z.enum(operators.number),
    value: z.number().nullable().default(null),
    /** The end of a range, which belongs to it. */
    to: z.number().nullable().default(null),
  })
  .refine(({ is, value }) => !wants(is) || value !== null, needs)
  .refine(({ is, to }) => operands[is] !== 'range' || to !== null, { error: 'required', path: ['to'] })
  .refine(({ is, value, to }) => operands[is] !== 'range' || value === null || to === null || value <= to, {
    error: 'rangeTurned',
    path: ['to'],
  })

const DateCondition = z
  .strictObject({
    type: z.literal('date'),
    field: fieldOf(dateFields),
    is: z.enum(operators.date),
    day: CalendarDate.nullable().default(null),
    days,
  })
  .refine(({ is, day }) => operands[is] !== 'day' || day !== null, { error: 'required', path: ['day'] })
  .refine(({ is, days }) => operands[is] !== 'days' || days !== null, { error: 'required', path: ['days'] })

const BirthdayCondition = z
  .strictObject({
    type: z.literal('birthday'),
    field: z.literal('birthday'),
    is: z.enum(operators.birthday),
    days,
    month: z.int().min(1).max(12).nullable().default(null),
  })
  .refine(({ is, days }) => operands[is] !== 'days' || days !== null, { error: 'required', path: ['days'] })
  .refine(({ is, month }) => operands[is] !== 'month' || month !== null, { error: 'required', path: ['month'] })

const ChoiceCondition = z
  .strictObject({
    type: z.literal('choice'),
    field: fieldOf(choiceFields),
    is: z.enum(operators.choice),
    /** Names of what every shop has, numbers of a field's own options. */
    values: z
      .array(z.union([z.string().max(40), z.int()]))
      .max(200, { error: 'tooMany' })
      .default([]),
  })
  .refine(({ is, values }) => !wants(is) || values.length > 0, { error: 'required', path: ['values'] })

const TagsCondition = z
  .strictObject({
    type: z.literal('tags'),
    field: z.literal('tags'),
    is: z.enum(operators.tags),
    tags: z.array(z.int().positive()).max(200, { error: 'tooMany' }).default([]),
  })
  .refine(({ is, tags }) => !wants(is) || tags.length > 0, { error: 'required', path: ['tags'] })

const YesNoCondition = z.strictObject({ type: z.literal('yesNo'), field: fieldOf(yesNoFields), is: z.enum(operators.yesNo) })

export const Condition = z.discriminatedUnion('type', [
  TextCondition,
  NumberCondition,
  DateCondition,
  BirthdayCondition,
  ChoiceCondition,
  TagsCondition,
  YesNoCondition,
])
export type Condition = Readonly<z.infer<typeof Condition>>
export type ConditionOf<T extends Condition['type']> = Extract<Condition, { type: T }>
export type FilterField = Condition['field']

export const mostConditions = 50
const group = <T extends z.ZodType>(entry: T) =>
  z.strictObject({
    match: z.enum(['all', 'any']),
    conditions: z.array(entry).min(1, { error: 'filterEmpty' }).max(mostConditions, { error: 'tooMany' }),
  })

// Level by level rather than by recursion: whatever comes in, it is not read deeper than this.
const tooDeep = z.strictObject({ match: z.unknown(), conditions: z.never({ error: 'filterTooDeep' }) })
const Innermost = group(z.union([tooDeep, Condition]))
const Inner = group(z.union([Condition, Innermost]))

/** All or any of conditions, of which some can be such a filter again: three levels at most. */
export const Filter = group(z.union([Condition, Inner])).refine(filter => countConditions(filter) <= mostConditions, {
  error: 'filterTooLong',
})
export type Filter = Readonly<{ match: 'all' | 'any'; conditions: readonly (Condition | Filter)[] }>

export const isGroup = (part: Condition | Filter): part is Filter => 'conditions' in part

export const conditionsIn = (filter: Filter): Condition[] =>
  filter.conditions.flatMap(part => (isGroup(part) ? conditionsIn(part) : [part]))
const countConditions = (filter: Filter) => conditionsIn(filter).length

export const SegmentName = z.string().trim().min(1, { error: 'required' }).max(60, { error: 'tooLong' })

export const Segment = z.strictObject({ id: z.int(), name: z.string(), filter: Filter, createdAt: Instant, changedAt: Instant })
export type Segment = Readonly<z.infer<typeof Segment>>

/** What a filter names and the shop no longer has, or no longer uses. It works all the same. */
export const Remark = z.strictObject({
  reason: z.enum(['fieldArchived', 'fieldGone', 'optionGone', 'tagGone', 'tagUnused']),
  name: z.string(),
})
export type Remark = Readonly<z.infer<typeof Remark>>
