import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { BasisPoints, SignedAmount } from '../money.ts'
import { CalendarDate } from '../time.ts'
import { ContactLine } from '../contacts/model.ts'
import { FileToken } from '../files/model.ts'
import { Draft } from '../invoices/model.ts'
import { LoyaltyCard } from './card.ts'
import { Lapsing, Member, MemberFilter } from './members.ts'
import { OpeningFile, OpeningResult } from './opening.ts'
import {
  Balance,
  KeptBack,
  LedgerLine,
  NewProgramme,
  NewReward,
  OfferedReward,
  Points,
  Programme,
  ProgrammeChange,
  ReservedReward,
  Reward,
  RewardChange,
  SignedPoints,
} from './model.ts'

/** What can be wrong with the books: sums of a lot, more spent than earned, more taken back than earned, a reward, one that is reserved without its visit, the sum of a member, what came and went (of no lot alone). */
export const loyaltyFaults = ['left', 'overspent', 'nominal', 'redemption', 'reservation', 'member', 'flow'] as const

const id = z.int().positive()
const Id = z.strictObject({ id })
const note = z.string().trim().min(1, { error: 'required' }).max(300, { error: 'tooLong' })

const lapsingWanted = z.strictObject({ programmeId: id, days: z.int().min(0).max(366).default(30) })
const written = z.strictObject({ rows: z.int() })

export const loyaltyContract = {
  'loyalty.programmes': query('invoices.read', z.strictObject({}), z.array(Programme)),
  'loyalty.createProgramme': command('settings.write', NewProgramme, Programme),
  'loyalty.changeProgramme': command('settings.write', ProgrammeChange, Programme),
  /** Nothing is earned from then on; what was earned can still be spent. */
  'loyalty.endProgramme': command('settings.write', Id.extend({ ended: z.boolean() }), Programme),

  'loyalty.rewards': query('invoices.read', z.strictObject({}), z.array(Reward)),
  'loyalty.createReward': command('settings.write', NewReward, Reward),
  'loyalty.changeReward': command('settings.write', RewardChange, Reward),
  'loyalty.archiveReward': command('settings.write', Id.extend({ archived: z.boolean() }), Reward),

  /** In each programme, with the rewards that a client can have for it; on a day other than today where that is when they get it. */
  'loyalty.balance': query(
    'invoices.read',
    z.strictObject({ contactId: id, day: CalendarDate.nullable().default(null) }),
    z.array(Balance.extend({ rewards: z.array(OfferedReward) })),
  ),
  /** The latest first. */
  'loyalty.ledger': query(
    'invoices.read',
    z.strictObject({ contactId: id, programmeId: id, offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
    z.array(LedgerLine),
  ),
  /** Spends points on a reward. */
  'loyalty.redeem': command(
    'invoices.write',
    z.strictObject({ contactId: id, rewardId: id, note: z.string().trim().max(300).default('') }),
    z.strictObject({ id: z.int(), points: Points, balance: SignedPoints }),
  ),
  /**
   * Reserves the points of a reward that goes with a visit; null leaves it off, and gives them back. They go back as well when the visit
   * is cancelled, missed or somebody else's, and are reserved again where that is taken back.
   */
  'loyalty.reserve': command('appointments.write', z.strictObject({ appointmentId: id, rewardId: id.nullable() }), z.null()),
  /** The reward that goes with a visit. */
  'loyalty.reserved': query('invoices.read', z.strictObject({ appointmentId: id }), ReservedReward.nullable()),
  /** Gives a reward's points back. */
  'loyalty.takeBack': command('invoices.write', Id.extend({ note }), z.strictObject({ balance: SignedPoints })),
  /** By hand, with a reason: points given, or taken. */
  'loyalty.adjust': command(
    'invoices.write',
    z.strictObject({ contactId: id, programmeId: id, points: SignedPoints.refine(points => points !== 0, { error: 'required' }), note }),
    z.strictObject({ balance: SignedPoints }),
  ),
  /** What clients could claim on a day, by the month in which it was earned. */
  'loyalty.liability': report(
    'invoices.read',
    z.strictObject({ programmeId: id, day: CalendarDate.nullable().default(null) }),
    z.strictObject({
      points: SignedPoints,
      amount: SignedAmount,
      members: z.int(),
      /** How much of what could lapse did, in basis points; `expected` is what is likely to be claimed of the amount. */
      breakage: BasisPoints,
      expected: SignedAmount,
      months: z.array(z.strictObject({ month: z.string(), points: SignedPoints, amount: SignedAmount })),
    }),
  ),
  /** Writes down what has lapsed; balances count it out from its day on in any case. */
  'loyalty.lapse': job('invoices.write', z.strictObject({}), z.strictObject({ lots: z.int(), points: SignedPoints })),
  /** The tier of every member as of today; every night, for time alone can end one. */
  'loyalty.countTiers': job('invoices.write', z.strictObject({}), z.strictObject({ changed: z.int() })),
  /** The numbers by which a client is found at the till, the newest first. */
  'loyalty.cards': query('contacts.read', z.strictObject({ contactId: id }), z.array(LoyaltyCard)),
  /** Whose card it is; null where it is nobody's. */
  'loyalty.cardHolder': query(
    'contacts.read',
    z.strictObject({ number: z.string().trim().max(200) }),
    z.strictObject({ contact: ContactLine.nullable() }),
  ),
  /** With the number of a card that a client brings along; left out, a new one is made. */
  'loyalty.giveCard': command(
    'contacts.write',
    z.strictObject({ contactId: id, number: z.string().trim().max(60).default('') }),
    LoyaltyCard,
  ),
  'loyalty.removeCard': command('contacts.write', Id, z.null()),
  /** A card for the purse as a PDF. */
  'loyalty.saveCard': job('contacts.read', Id.extend({ out: FileToken }), z.strictObject({ pages: z.int() })),
  /**
   * What a sale earns if it is paid at once, after these rewards; which further ones can be had with that, where the programme allows
   * it; and how many points the chosen ones lack.
   */
  'loyalty.atSale': query(
    'invoices.read',
    z.strictObject({ draft: Draft, rewards: z.array(id).max(20).default([]) }),
    z.array(z.strictObject({ programmeId: z.int(), earns: Points, affordable: z.array(z.int()), lacking: Points })),
  ),
  /** What was kept back of a credit note's money, or is charged by an invoice, for points that were spent. */
  'loyalty.keptBack': query('invoices.read', z.strictObject({ documentId: id }), z.array(KeptBack)),
  /** Everybody who has earned something, or has a tier. */
  'loyalty.members': query(
    'invoices.read',
    MemberFilter.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    z.strictObject({ members: z.array(Member), hasMore: z.boolean() }),
  ),
  /** Who loses something in so many days, the soonest first. */
  'loyalty.lapsing': report(
    'invoices.read',
    lapsingWanted.extend({ limit: z.int().min(1).max(500).default(50) }),
    z.strictObject({ total: z.int(), clients: z.array(Lapsing) }),
  ),
  /** The same to each of several; `skipped` have too few for it, or had as much as is given on a day. */
  'loyalty.adjustMany': command(
    'invoices.write',
    z.strictObject({
      contactIds: z.array(id).min(1).max(1000, { error: 'tooMany' }),
      programmeId: id,
      points: SignedPoints.refine(points => points !== 0, { error: 'required' }),
      note,
    }),
    z.strictObject({ changed: z.int(), skipped: z.array(z.int()) }),
  ),
  /** What clients bring along from another system. A preview writes nothing. */
  'loyalty.previewOpening': report('invoices.write', OpeningFile, OpeningResult),
  'loyalty.importOpening': job('invoices.write', OpeningFile, OpeningResult),
  /** A client's points as a PDF. */
  'loyalty.statement': job(
    'invoices.read',
    z.strictObject({ contactId: id, programmeId: id, out: FileToken }),
    z.strictObject({ pages: z.int() }),
  ),
  'exports.members': job('contacts.export', MemberFilter.extend({ out: FileToken }), written),
  'exports.lapsing': job('contacts.export', lapsingWanted.extend({ out: FileToken }), written),
  /** Everything that ever happened with points. */
  'exports.points': job('contacts.export', z.strictObject({ out: FileToken }), written),
  /** Whether the books add up: `broken` names what does not. */
  'loyalty.verify': report(
    'invoices.read',
    z.strictObject({}),
    z.strictObject({
      lots: z.int(),
      entries: z.int(),
      broken: z.array(z.strictObject({ lotId: z.int(), fault: z.enum(loyaltyFaults) })),
    }),
  ),
}
