import { z } from 'zod'
import { Amount, Quantity } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'
import { ScoreRules, temperatures } from './score.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** A product or service that somebody is interested in, or anything else in words. */
export const Wanted = z.strictObject({
  kind: z.enum(['service', 'product', 'free']).default('free'),
  itemId: id.nullable().default(null),
  name: text(200).min(1, { error: 'required' }),
  quantity: Quantity.min(1).default(1000),
  /** For one unit. */
  price: Amount.nullable().default(null),
})
export type Wanted = Readonly<z.infer<typeof Wanted>>

const fields = {
  /** Where it is empty, the deal is called by whose it is. */
  title: text(200),
  value: Amount.nullable(),
  expectedOn: CalendarDate.nullable(),
  /** Where it came from. */
  source: text(100),
  campaign: text(100),
  referrerId: id.nullable(),
  /** Whose deal it is. */
  staffId: id.nullable(),
  wanted: z.array(Wanted).max(100),
  competitors: text(500),
  nextStep: text(200),
  nextStepOn: CalendarDate.nullable(),
  note: text(5000),
  tags: z.array(z.string().trim().min(1, { error: 'tagEmpty' }).max(60, { error: 'tooLong' })).max(50),
}

/** Somebody who is not a contact yet becomes one in the same step as the deal. */
export const Lead = z.strictObject({
  givenName: text(100).default(''),
  familyName: text(100).default(''),
  organization: text(200).default(''),
  phone: text(60).default(''),
  email: text(254).default(''),
})
export type Lead = Readonly<z.infer<typeof Lead>>

/** Dates that are hardly meant are refused once: `anyway` says that they are. */
const anyway = { anyway: z.boolean().default(false) }

export const NewDeal = z.strictObject({
  contactId: id.nullable().default(null),
  lead: Lead.nullable().default(null),
  /** null: where deals begin. */
  stageId: id.nullable().default(null),
  title: fields.title.default(''),
  value: fields.value.default(null),
  expectedOn: fields.expectedOn.default(null),
  source: fields.source.default(''),
  campaign: fields.campaign.default(''),
  referrerId: fields.referrerId.default(null),
  staffId: fields.staffId.default(null),
  wanted: fields.wanted.default([]),
  competitors: fields.competitors.default(''),
  nextStep: fields.nextStep.default(''),
  nextStepOn: fields.nextStepOn.default(null),
  note: fields.note.default(''),
  tags: fields.tags.default([]),
  ...anyway,
})
export type NewDeal = Readonly<z.infer<typeof NewDeal>>
export const DealChange = z
  .strictObject(fields)
  .partial()
  .extend({ id, ...anyway })
export type DealChange = Readonly<z.infer<typeof DealChange>>

export const outcomes = ['won', 'lost'] as const
export type Outcome = (typeof outcomes)[number]

/** One step of a deal. `days` is how long it had been in the stage that it left. */
export const DealMove = z.strictObject({
  id: z.int(),
  at: Instant,
  user: z.string(),
  fromStageId: z.int().nullable(),
  fromStage: z.string().nullable(),
  toStageId: z.int(),
  toStage: z.string(),
  days: z.number().nullable(),
  event: z.enum(['created', 'moved', 'won', 'lost', 'reopened']),
  value: Amount.nullable(),
  reason: z.string(),
  note: z.string(),
})
export type DealMove = Readonly<z.infer<typeof DealMove>>

/** Why a deal wants to be looked after. */
export const stalenesses = ['quiet', 'overdue'] as const
export const Stale = z.enum(stalenesses).nullable()
export type Stale = z.infer<typeof Stale>

const Named = z.strictObject({ id: z.int(), name: z.string() })

const state = {
  id: z.int(),
  pipelineId: z.int(),
  stageId: z.int(),
  contactId: z.int(),
  contactName: z.string(),
  /** When it came to its stage. */
  enteredAt: Instant,
  /** When anything last happened: to the deal, or with its contact. */
  touchedAt: Instant,
  outcome: z.enum(outcomes).nullable(),
  closedAt: Instant.nullable(),
  stale: Stale,
}

/** A deal on the board and in lists. */
export const DealLine = z.strictObject({
  ...state,
  title: z.string(),
  value: Amount.nullable(),
  expectedOn: CalendarDate.nullable(),
  source: z.string(),
  staffId: z.int().nullable(),
  nextStep: z.string(),
  nextStepOn: CalendarDate.nullable(),
  lostReason: z.string(),
  tags: z.array(z.string()),
  /** Of open ones. */
  score: z.int().nullable(),
  temperature: z.enum(temperatures).nullable(),
})
export type DealLine = Readonly<z.infer<typeof DealLine>>

const Linked = z.strictObject({ id: z.int(), number: z.string().nullable() }).nullable()

export const Deal = z.strictObject({
  ...state,
  ...fields,
  referrer: Named.nullable(),
  lostReason: z.string(),
  lostNote: z.string(),
  quote: Linked,
  quoteOpenedAt: Instant.nullable(),
  invoice: Linked,
  moves: z.array(DealMove),
  createdAt: Instant,
  changedAt: Instant,
  user: z.string(),
})
export type Deal = Readonly<z.infer<typeof Deal>>

export const DealFilter = z.strictObject({
  pipelineId: id.nullable().default(null),
  staffId: id.nullable().default(null),
  source: text(100).default(''),
  tag: text(60).default(''),
  stale: z.boolean().default(false),
  temperature: z.enum(temperatures).nullable().default(null),
})
export type DealFilter = Readonly<z.infer<typeof DealFilter>>

/** `from` is the stage in which whoever moves it has seen it. To a stage that is won or lost, the rest is needed. */
export const Move = z.strictObject({
  id,
  from: id,
  to: id,
  value: Amount.nullable().default(null),
  reason: text(100).default(''),
  note: text(1000).default(''),
})
export type Move = Readonly<z.infer<typeof Move>>

export const BoardColumn = z.strictObject({
  stageId: z.int(),
  deals: z.int(),
  sum: z.int(),
  weighted: z.int(),
  stale: z.int(),
  cards: z.array(DealLine),
})
export type BoardColumn = Readonly<z.infer<typeof BoardColumn>>

export const Board = z.strictObject({
  pipelineId: z.int().nullable(),
  columns: z.array(BoardColumn),
  /** What the deals of the pipeline have, for its filters. */
  sources: z.array(z.string()),
  tags: z.array(z.string()),
})
export type Board = Readonly<z.infer<typeof Board>>

export const dealSorts = ['value', 'expectedOn', 'nextStepOn', 'touchedAt', 'contactName'] as const
export type DealSort = (typeof dealSorts)[number]

export const DealSettings = z.strictObject({
  /** What can be chosen where a deal is lost; anything else can be written. */
  lostReasons: z.array(text(100).min(1, { error: 'required' })).max(50),
  /** What is to be won each month. */
  monthlyGoal: Amount.nullable(),
  score: ScoreRules,
})
export type DealSettings = Readonly<z.infer<typeof DealSettings>>
