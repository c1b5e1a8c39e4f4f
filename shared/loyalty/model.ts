import { z } from 'zod'
import { Amount, BasisPoints } from '../money.ts'
import { PriceScope } from '../prices/model.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** Points are whole: a fraction is never earned, spent or owed. */
export const Points = z.int().min(0).max(100_000_000)
export const SignedPoints = z.int().min(-1_000_000_000).max(1_000_000_000)
/** Hundredths: 200 is twice as many. */
const Factor = z.int().min(0).max(10_000)

/** What of the catalogue a rule is about. */
export const Item = z.strictObject({ kind: z.enum(['service', 'product']), id })
export type Item = Readonly<z.infer<typeof Item>>

/** From so much on: points, or what was paid. What it gives: a factor for what is earned, a price list, and whatever the shop does besides. */
export const TierLevel = z.strictObject({
  name: text(40).min(1, { error: 'required' }),
  from: z.int().min(1, { error: 'required' }).max(1_000_000_000),
  factor: Factor,
  priceListId: id.nullable(),
  perk: text(200),
})
export type TierLevel = Readonly<z.infer<typeof TierLevel>>

const rising = (levels: readonly { from: number }[]) => levels.every(({ from }, place) => place === 0 || from > levels[place - 1]!.from)
const unlike = (levels: readonly { name: string }[]) => new Set(levels.map(({ name }) => name.toLowerCase())).size === levels.length
/** By what was gathered in twelve months or in the calendar year; kept so long after it is no more enough. */
const Tiers = z.strictObject({
  by: z.enum(['points', 'turnover']),
  window: z.enum(['rolling', 'year']),
  graceMonths: z.int().min(0).max(24),
  levels: z
    .array(TierLevel)
    .min(1, { error: 'required' })
    .max(10, { error: 'tooMany' })
    .refine(rising, { error: 'tiersNotRising' })
    .refine(unlike, { error: 'tiersAlike' }),
})

/** How points are come by, and how long they last. Those that were earned keep the terms of their day. */
export const Terms = z.strictObject({
  /** So many points for every so much that was charged; null: not by amount. */
  byAmount: z
    .strictObject({ points: Points.min(1), per: Amount.min(1, { error: 'loyaltyPerNothing' }), base: z.enum(['gross', 'net']) })
    .nullable(),
  /** For a visit that comes to at least so much. */
  byVisit: z.strictObject({ points: Points.min(1), minimum: Amount }).nullable(),
  /** For each unit of certain items: a stamp card has one for each coffee. */
  byItem: z.array(z.strictObject({ item: Item, points: Points.min(1) })).max(200),
  /** For the first invoice of all. */
  first: Points.nullable(),
  /** For an invoice around the client's birthday, so many days before and after. */
  birthday: z.strictObject({ points: Points.min(1), days: z.int().min(0).max(60) }).nullable(),
  /** On these weekdays (ISO 8601: 1 is Monday) what comes by amount, visit and item counts by a factor. */
  weekdays: z.array(z.strictObject({ weekday: z.int().min(1).max(7), factor: Factor })).max(7),
  /** What earns nothing. */
  excluded: z.array(Item).max(500),
  /** At most for one invoice. */
  cap: Points.nullable(),
  /** By when they lapse: the end of the month so many months later. */
  lapsesAfter: z.int().min(1).max(120).nullable(),
  earnedWhen: z.enum(['paid', 'issued']),
  /** Where an invoice is taken back whose points are spent already: whether the client owes them. */
  mayOwe: z.boolean(),
  /** Whether their worth is kept back of the money that would go back; what that does not pay for is owed, or is not. */
  fromRefund: z.boolean().default(false),
  /** Whether a sale can be paid for with what it earns itself. */
  sameSale: z.boolean().default(false),
  /** What points are worth, for the books: so many for so much. */
  worth: z.strictObject({ points: Points.min(1), amount: Amount }),
  tiers: Tiers.nullable().default(null),
  /** For who was sent by somebody, and for whoever sent them: once, with the first invoice that is paid. */
  referral: z.strictObject({ referrer: Points, referred: Points }).nullable().default(null),
  /** At most by hand for a client on a day; null: no limit. */
  byHandADay: Points.min(1).nullable().default(null),
})
export type Terms = Readonly<z.infer<typeof Terms>>

const fields = {
  name: text(60).min(1, { error: 'required' }),
  /** What the points are called: points, stars, stamps. */
  unit: text(30).min(1, { error: 'required' }),
  terms: Terms,
  /** Invoices before this day earn nothing. */
  startsOn: CalendarDate,
}
export const NewProgramme = z.strictObject(fields)
export type NewProgramme = Readonly<z.infer<typeof NewProgramme>>
export const ProgrammeChange = z.strictObject(fields).partial().extend({ id })
export const Programme = z.strictObject(fields).extend({ id: z.int(), endedAt: Instant.nullable() })
export type Programme = Readonly<z.infer<typeof Programme>>

/** Why points were earned. */
export const earningReasons = ['amount', 'visit', 'item', 'first', 'birthday', 'weekday', 'tier', 'cap'] as const
export type EarningReason = (typeof earningReasons)[number]
export const EarningPart = z.strictObject({ reason: z.enum(earningReasons), points: SignedPoints, text: z.string() })
export type EarningPart = Readonly<z.infer<typeof EarningPart>>

export const lotReasons = ['invoice', 'manual', 'opening', 'referral'] as const
/** What may happen to a lot: spent, given back, lapsed, taken back with its invoice. */
export const entryKinds = ['spent', 'returned', 'lapsed', 'reversed'] as const
export type EntryKind = (typeof entryKinds)[number]

/** A line of a client's ledger; `balance` is what they had after it. */
export const LedgerLine = z.strictObject({
  key: z.string(),
  at: Instant,
  day: CalendarDate,
  kind: z.enum(['earned', ...entryKinds]),
  points: SignedPoints,
  balance: SignedPoints,
  reason: z.enum(lotReasons).nullable(),
  why: z.array(EarningPart),
  lapsesOn: CalendarDate.nullable(),
  documentId: z.int().nullable(),
  number: z.string().nullable(),
  reward: z.string().nullable(),
  /** Of what was spent: what it was spent on can be taken back by this. */
  redemptionId: z.int().nullable(),
  /** The day of the visit with which it was reserved. */
  visitOn: CalendarDate.nullable(),
  note: z.string(),
  user: z.string(),
})
export type LedgerLine = Readonly<z.infer<typeof LedgerLine>>

/** `lapsing`: what is lost next, and when. */
export const Balance = z.strictObject({
  programmeId: z.int(),
  name: z.string(),
  unit: z.string(),
  points: SignedPoints,
  lapsing: z.strictObject({ points: Points, on: CalendarDate }).nullable(),
  /** null where the programme has no tiers. `until`: how long the tier holds if nothing more comes; `by`: how long all of it counts that does now. */
  standing: z
    .strictObject({
      by: z.enum(['points', 'turnover']),
      level: TierLevel.nullable(),
      until: CalendarDate.nullable(),
      gathered: z.int(),
      next: z.strictObject({ level: TierLevel, missing: z.int(), by: CalendarDate }).nullable(),
    })
    .nullable(),
})

/** Points that were spent before the invoice that earned them was taken back, and which invoice charges for them. */
export const KeptBack = z.strictObject({
  programme: z.string(),
  unit: z.string(),
  points: Points,
  amount: Amount,
  documentId: z.int(),
  number: z.string(),
  noteId: z.int(),
  noteNumber: z.string(),
})
export type KeptBack = Readonly<z.infer<typeof KeptBack>>

/**
 * What is had for points. An amount is off all that is sold; a part is off certain items, and of these one is free: what is given
 * so earns nothing itself. A gift is handed over, and changes no price.
 */
export const RewardEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount: Amount.min(1, { error: 'required' }) }),
  z.strictObject({ kind: z.literal('percent'), basisPoints: BasisPoints.min(1, { error: 'required' }), scope: PriceScope }),
  z.strictObject({ kind: z.literal('free'), scope: PriceScope }),
  z.strictObject({ kind: z.literal('gift') }),
])
export type RewardEffect = Readonly<z.infer<typeof RewardEffect>>

const reward = {
  programmeId: id,
  name: text(80).min(1, { error: 'required' }),
  points: Points.min(1, { error: 'required' }),
  effect: RewardEffect,
  /** From so much on that is sold, before it is taken off. */
  minimum: Amount,
  /** Both days are included; null: without an end. */
  validFrom: CalendarDate.nullable(),
  validTo: CalendarDate.nullable(),
  /** How many there are in all, and for each client; null: no limit. */
  stock: z.int().min(0).max(1_000_000).nullable(),
  perClient: z.int().min(1).max(1_000_000).nullable(),
  note: text(300),
}
const daysInOrder = ({ validFrom = null, validTo = null }: { validFrom?: string | null; validTo?: string | null }) =>
  validFrom === null || validTo === null || validFrom <= validTo
const disorder = { error: 'endBeforeStart', path: ['validTo'] }
export const NewReward = z
  .strictObject({
    ...reward,
    minimum: reward.minimum.default(0),
    validFrom: reward.validFrom.default(null),
    validTo: reward.validTo.default(null),
    stock: reward.stock.default(null),
    perClient: reward.perClient.default(null),
    note: reward.note.default(''),
  })
  .refine(daysInOrder, disorder)
export type NewReward = Readonly<z.infer<typeof NewReward>>
export const RewardChange = z.strictObject(reward).omit({ programmeId: true }).partial().extend({ id }).refine(daysInOrder, disorder)
export const Reward = z.strictObject(reward).extend({ id: z.int(), archivedAt: Instant.nullable() })
export type Reward = Readonly<z.infer<typeof Reward>>

/** Why a client cannot have a reward now. */
export const rewardObstacles = ['pointsTooFew', 'rewardNotToday', 'rewardSoldOut', 'rewardHadAlready'] as const
/** With what stands in the way, if anything. */
export const OfferedReward = Reward.extend({ isAffordable: z.boolean(), obstacle: z.enum(rewardObstacles).nullable() })
export type OfferedReward = Readonly<z.infer<typeof OfferedReward>>

/** A reward in a sale, and what whoever looked at the screen saw it take off. */
export const WantedReward = z.strictObject({ id, off: Amount })
export type WantedReward = Readonly<z.infer<typeof WantedReward>>

/** A reward that goes with a visit, for as many points as it cost when they were reserved; `redemptionId` is null where they could not be. */
export const ReservedReward = z.strictObject({
  reward: Reward,
  contactId: z.int(),
  unit: z.string(),
  points: Points,
  redemptionId: z.int().nullable(),
})
export type ReservedReward = Readonly<z.infer<typeof ReservedReward>>
