import { z } from 'zod'
import { TimeOfDay } from '../hours/model.ts'
import { Amount, BasisPoints } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive({ error: 'required' })
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })
const ids = z.array(id).max(1000, { error: 'tooMany' })

/** What a rule is about. Categories are names, as services and products carry them. */
export const PriceScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('category'),
    categories: z.array(text(60).min(1)).min(1, { error: 'required' }).max(100, { error: 'tooMany' }),
  }),
  z
    .strictObject({ kind: z.literal('items'), serviceIds: ids, productIds: ids })
    .refine(({ serviceIds, productIds }) => serviceIds.length + productIds.length > 0, { error: 'required', path: ['serviceIds'] }),
])
export type PriceScope = Readonly<z.infer<typeof PriceScope>>

/** What it does to the price of one unit. Amounts count as the price on the shelf does: with the tax in it, or without. */
export const PriceEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints: BasisPoints.min(1, { error: 'required' }) }),
  z.strictObject({ kind: z.literal('amount'), amount: Amount.min(1, { error: 'required' }) }),
  z.strictObject({ kind: z.literal('fixed'), price: Amount }),
])
export type PriceEffect = Readonly<z.infer<typeof PriceEffect>>

/** For whom it holds. */
export const PriceAudience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({ kind: z.literal('tag'), tagId: id }),
  z.strictObject({ kind: z.literal('list'), priceListId: id }),
])
export type PriceAudience = Readonly<z.infer<typeof PriceAudience>>

const fields = {
  name: text(80).min(1, { error: 'required' }),
  scope: PriceScope,
  effect: PriceEffect,
  audience: PriceAudience,
  /** Both days are included; null: without an end. */
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
  /** Monday is 1; none: every day. */
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .transform(days => [...new Set(days)].sort()),
  /** On the shop's wall, the last one not included; null: all day. */
  fromTime: TimeOfDay.nullable(),
  toTime: TimeOfDay.nullable(),
  /** Where it holds, no other one does that does not say the same of itself. */
  isExclusive: z.boolean(),
}

type Times = { from: string | null; to: string | null; fromTime: string | null; toTime: string | null }
const isBefore = (from: string | null, to: string | null) => from !== null && to !== null && to < from
const daysInOrder = ({ from, to }: Times) => !isBefore(from, to)
const timesInOrder = ({ fromTime, toTime }: Times) => fromTime === null || toTime === null || fromTime < toTime

export const NewPriceRule = z
  .strictObject({
    ...fields,
    scope: fields.scope.default({ kind: 'all' }),
    audience: fields.audience.default({ kind: 'everybody' }),
    from: fields.from.default(null),
    to: fields.to.default(null),
    weekdays: fields.weekdays.default([]),
    fromTime: fields.fromTime.default(null),
    toTime: fields.toTime.default(null),
    isExclusive: fields.isExclusive.default(false),
  })
  .refine(daysInOrder, { error: 'endBeforeStart', path: ['to'] })
  .refine(timesInOrder, { error: 'endBeforeStart', path: ['toTime'] })
export type NewPriceRule = Readonly<z.infer<typeof NewPriceRule>>
export const PriceRule = z.strictObject(fields).extend({ id: z.int(), createdAt: Instant })
export type PriceRule = Readonly<z.infer<typeof PriceRule>>
export const PriceRuleChange = NewPriceRule.safeExtend({ id })

export const PriceListName = text(60).min(1, { error: 'required' })
/** A name for what a group of clients pays: rules say what that is, clients' cards say who they are. */
export const PriceList = z.strictObject({ id: z.int(), name: z.string(), rules: z.int(), clients: z.int() })
export type PriceList = Readonly<z.infer<typeof PriceList>>
