import { z } from 'zod'
import { Buyer, Seller } from '../invoices/model.ts'
import { Amount, BasisPoints, SignedAmount } from '../money.ts'
import { languages } from '../settings/model.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** A reminder, a second one, and the last. */
export const dunningLevels = [1, 2, 3] as const
export const DunningLevel = z.literal(dunningLevels)
export type DunningLevel = (typeof dunningLevels)[number]

const Words = z.strictObject({ title: text(120), text: text(2000) })
const LevelSettings = z.strictObject({
  /** After the day on which it was due; of the later ones, after the one before. */
  days: z.int().min(0).max(365),
  fee: Amount,
  /** Until when is asked for the money. */
  payDays: z.int().min(1).max(90),
  words: z.record(z.enum(languages), Words),
})
export type LevelSettings = Readonly<z.infer<typeof LevelSettings>>

export const DunningSettings = z.strictObject({
  levels: z.tuple([LevelSettings, LevelSettings, LevelSettings]),
  /** Of a year; 0 asks for none. What the law allows differs by who owes: the shop says it. */
  interest: BasisPoints,
  /** From which level on. */
  interestFrom: DunningLevel,
  /** What is less than this is not worth a letter. */
  minimum: Amount,
})
export type DunningSettings = Readonly<z.infer<typeof DunningSettings>>

/**
 * Where a document stands: not due yet; a reminder can go out today; it waits for the day of the next one; somebody has paused it;
 * its client is never reminded; too little for a letter; all three were sent.
 */
export const dunningStates = ['notDue', 'due', 'waiting', 'paused', 'stopped', 'small', 'finished'] as const
export type DunningState = (typeof dunningStates)[number]

/** What happens next with a document, or with the most urgent one of a client. */
export const NextReminder = z.strictObject({
  state: z.enum(dunningStates),
  level: DunningLevel.nullable(),
  on: CalendarDate.nullable(),
})
export type NextReminder = Readonly<z.infer<typeof NextReminder>>

/** What is open, by how many days it is late. `owed` is what credit notes owe to the client, as a negative sum. */
export const Aged = z.strictObject({
  notDue: SignedAmount,
  upTo30: SignedAmount,
  upTo60: SignedAmount,
  upTo90: SignedAmount,
  over90: SignedAmount,
  owed: SignedAmount,
  open: SignedAmount,
})
export type Aged = Readonly<z.infer<typeof Aged>>

/** Whose it is: a client, or a document that is on nobody's card. */
export const Debtor = z.strictObject({ contactId: id.nullable(), documentId: id.nullable() })
export type Debtor = Readonly<z.infer<typeof Debtor>>

/** A line of the open items: all that is open of one client. */
export const OpenClient = Debtor.extend({
  name: z.string(),
  documents: z.int(),
  aged: Aged,
  /** The day since which the oldest of it is due. */
  since: CalendarDate.nullable(),
  sent: z.strictObject({ level: DunningLevel, day: CalendarDate }).nullable(),
  next: NextReminder,
})
export type OpenClient = Readonly<z.infer<typeof OpenClient>>

/** An open document, with what was sent because of it. */
export const OpenItem = z.strictObject({
  documentId: z.int(),
  number: z.string(),
  isCredit: z.boolean(),
  issuedOn: CalendarDate,
  dueOn: CalendarDate.nullable(),
  gross: SignedAmount,
  open: SignedAmount,
  daysLate: z.int(),
  sent: z.strictObject({ reminderId: z.int(), level: DunningLevel, day: CalendarDate, payBy: CalendarDate }).nullable(),
  pause: z.strictObject({ until: CalendarDate, note: z.string() }).nullable(),
  next: NextReminder,
})
export type OpenItem = Readonly<z.infer<typeof OpenItem>>

export const ReminderItem = z.strictObject({
  documentId: z.int(),
  number: z.string(),
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  level: DunningLevel,
  open: Amount,
  interest: Amount,
})
export type ReminderItem = Readonly<z.infer<typeof ReminderItem>>

/** All that a letter says: of one that was sent as it was then. */
export const Letter = z.strictObject({
  contactId: z.int().nullable(),
  level: DunningLevel,
  day: CalendarDate,
  payBy: CalendarDate,
  language: z.enum(languages),
  currency: z.string(),
  recipient: Buyer,
  seller: Seller,
  title: z.string(),
  text: z.string(),
  items: z.array(ReminderItem),
  fee: Amount,
  interest: Amount,
})
export type Letter = Readonly<z.infer<typeof Letter>>

/** A letter that could go out. */
export const Proposal = Letter.extend({
  /** What the client has to their credit: better settled than reminded of. */
  credit: SignedAmount,
})
export type Proposal = Readonly<z.infer<typeof Proposal>>

export const Reminder = Letter.extend({
  id: z.int(),
  at: Instant,
  user: z.string(),
  /** The document by which fee and interest were charged. */
  chargeId: z.int().nullable(),
})
export type Reminder = Readonly<z.infer<typeof Reminder>>

/** What somebody sends. Left out or null, it is as the settings have it. */
export const NewReminder = z.strictObject({
  documentIds: z.array(id).min(1).max(100),
  level: DunningLevel.nullable().default(null),
  fee: Amount.nullable().default(null),
  text: text(2000).nullable().default(null),
})
export type NewReminder = Readonly<z.infer<typeof NewReminder>>
