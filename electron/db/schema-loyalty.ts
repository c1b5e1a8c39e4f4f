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
  amount: number | null
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

export type LoyaltySchema = {
  loyaltyProgramme: LoyaltyProgrammeTable
  loyaltyTerms: LoyaltyTermsTable
  loyaltyReward: LoyaltyRewardTable
  loyaltyLot: LoyaltyLotTable
  loyaltyRedemption: LoyaltyRedemptionTable
  loyaltyEntry: LoyaltyEntryTable
}
