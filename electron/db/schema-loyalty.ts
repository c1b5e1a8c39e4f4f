import type { Generated } from 'kysely'
import type { EntryKind, lotReasons } from '../../shared/loyalty/model.ts'

export type LoyaltyProgrammeTable = {
  id: Generated<number>
  name: string
  unit: string
  startsOn: string
  endedAt: string | null
  createdAt: string
}
/** What held from a moment on. */
export type LoyaltyTermsTable = { id: Generated<number>; programmeId: number; since: string; terms: string }
export type LoyaltyRewardTable = {
  id: Generated<number>
  programmeId: number
  name: string
  points: number
  /** As JSON. */
  effect: string
  minimum: number
  validFrom: string | null
  validTo: string | null
  stock: number | null
  perClient: number | null
  note: string
  archivedAt: string | null
  createdAt: string
}
export type LoyaltyLotTable = {
  id: Generated<number>
  programmeId: number
  contactId: number
  at: string
  day: string
  reason: (typeof lotReasons)[number]
  points: number
  lapsesOn: string | null
  documentId: number | null
  why: string
  note: string
  user: string
  left: number
  spent: Generated<number>
  reversed: Generated<number>
}
export type LoyaltyRedemptionTable = {
  id: Generated<number>
  programmeId: number
  contactId: number
  rewardId: number | null
  documentId: number | null
  /** The visit with which it was reserved. */
  appointmentId: number | null
  at: string
  day: string
  points: number
  note: string
  user: string
}
export type LoyaltyEntryTable = {
  id: Generated<number>
  lotId: number
  at: string
  day: string
  kind: EntryKind
  points: number
  nominal: Generated<number>
  redemptionId: number | null
  documentId: number | null
  note: string
  user: string
}

/** The line of an invoice that a reward made cheaper, by its place. */
export type LoyaltyRewardedLineTable = {
  id: Generated<number>
  redemptionId: number
  documentId: number
  position: number
  amount: number
  earns: number
}

/** The tier that somebody had when an invoice was issued. */
export type LoyaltyStandingTable = { id: Generated<number>; documentId: number; programmeId: number; tier: string; factor: number }
export type LoyaltyReferralTable = {
  id: Generated<number>
  programmeId: number
  contactId: number
  referrerId: number
  documentId: number
  at: string
  /** What each of the two got; null where it was nothing. */
  referrerLotId: number | null
  referredLotId: number | null
}
/** By its number a client is found at the till. */
export type LoyaltyCardTable = { id: Generated<number>; contactId: number; number: string; createdAt: string }
/** How many points of a lot, spent before their invoice was taken back, an invoice charges for, kept back of a credit note's money. */
export type LoyaltyChargeTable = { id: Generated<number>; lotId: number; documentId: number; noteId: number; points: number }
/** Kept by triggers, but for the tier. */
export type LoyaltyMemberTable = {
  programmeId: number
  contactId: number
  points: Generated<number>
  lots: Generated<number>
  firstOn: string
  lastOn: string
  tier: Generated<string>
  tierPlace: Generated<number>
  priceListId: number | null
}

/** What came and went on a day of the points of a month that lapse together; `lapsesOn` is empty where they last. */
export type LoyaltyFlowTable = {
  programmeId: number
  month: string
  lapsesOn: string
  day: string
  kind: 'earned' | EntryKind
  points: number
}

export type LoyaltySchema = {
  loyaltyProgramme: LoyaltyProgrammeTable
  loyaltyTerms: LoyaltyTermsTable
  loyaltyReward: LoyaltyRewardTable
  loyaltyLot: LoyaltyLotTable
  loyaltyRedemption: LoyaltyRedemptionTable
  loyaltyEntry: LoyaltyEntryTable
  loyaltyRewardedLine: LoyaltyRewardedLineTable
  loyaltyStanding: LoyaltyStandingTable
  loyaltyReferral: LoyaltyReferralTable
  loyaltyCard: LoyaltyCardTable
  loyaltyCharge: LoyaltyChargeTable
  loyaltyMember: LoyaltyMemberTable
  loyaltyFlow: LoyaltyFlowTable
}
