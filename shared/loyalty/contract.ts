import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { SignedAmount } from '../money.ts'
import { CalendarDate } from '../time.ts'
import {
  Balance,
  LedgerLine,
  NewProgramme,
  NewReward,
  Points,
  Programme,
  ProgrammeChange,
  Reward,
  RewardChange,
  SignedPoints,
} from './model.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })
const note = z.string().trim().min(1, { error: 'required' }).max(300, { error: 'tooLong' })

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

  /** In each programme, with the rewards that a client can have for it. */
  'loyalty.balance': query(
    'invoices.read',
    z.strictObject({ contactId: id }),
    z.array(Balance.extend({ rewards: z.array(Reward.extend({ isAffordable: z.boolean() })) })),
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
      months: z.array(z.strictObject({ month: z.string(), points: SignedPoints, amount: SignedAmount })),
    }),
  ),
  /** Writes down what has lapsed; balances count it out from its day on in any case. */
  'loyalty.lapse': job('invoices.write', z.strictObject({}), z.strictObject({ lots: z.int(), points: SignedPoints })),
  /** Whether the books add up: `broken` names what does not. */
  'loyalty.verify': report(
    'invoices.read',
    z.strictObject({}),
    z.strictObject({
      lots: z.int(),
      entries: z.int(),
      broken: z.array(z.strictObject({ lotId: z.int(), fault: z.enum(['left', 'overspent', 'nominal', 'redemption']) })),
    }),
  ),
}
