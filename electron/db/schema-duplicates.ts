import type { Generated } from 'kysely'

export type DuplicateScanTable = {
  id: Generated<number>
  startedAt: string
  finishedAt: string | null
  contacts: number
  /** shared/duplicates/knowledge.ts, as JSON. */
  knowledge: string
}
export type DuplicateGroupTable = {
  id: Generated<number>
  scanId: number
  certain: number
  strength: number
  size: number
  touched: number
}
export type DuplicateMemberTable = { groupId: number; contactId: number; changedAt: string }
export type DuplicatePairTable = {
  groupId: number
  a: number
  b: number
  probability: number
  strength: number
  suggested: number
  certain: number
}
export type DuplicateDismissalTable = { id: Generated<number>; a: number; b: number; at: string }

export type DuplicatesSchema = {
  duplicateScan: DuplicateScanTable
  duplicateGroup: DuplicateGroupTable
  duplicateMember: DuplicateMemberTable
  duplicatePair: DuplicatePairTable
  duplicateDismissal: DuplicateDismissalTable
}
