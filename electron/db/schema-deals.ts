import type { Generated } from 'kysely'
import type { DealMove, Outcome } from '../../shared/deals/model.ts'
import type { StageKind } from '../../shared/deals/pipeline.ts'

export type PipelineTable = { id: Generated<number>; name: string; position: number; createdAt: string; archivedAt: string | null }
export type StageTable = {
  id: Generated<number>
  pipelineId: number
  name: string
  position: number
  probability: number
  kind: StageKind
  staleDays: number | null
  archivedAt: string | null
}
export type DealTable = {
  id: Generated<number>
  contactId: number
  stageId: number
  title: string
  value: number | null
  expectedOn: string | null
  source: string
  campaign: string
  referrerId: number | null
  staffId: number | null
  /** shared/deals/model.ts, as JSON. */
  wanted: string
  competitors: string
  nextStep: string
  nextStepOn: string | null
  note: string
  /** When it came to its stage. */
  enteredAt: string
  outcome: Outcome | null
  closedAt: string | null
  /** The day on the shop's wall. */
  closedOn: string | null
  lostReason: string
  lostNote: string
  quoteId: number | null
  invoiceId: number | null
  /** When somebody noticed that the client had opened the quote. */
  quoteOpenedAt: Generated<string | null>
  user: string
  createdAt: string
  changedAt: string
  trashedAt: string | null
}
export type DealTagTable = { id: Generated<number>; dealId: number; tagId: number }
export type DealMoveTable = {
  id: Generated<number>
  dealId: number
  fromStageId: number | null
  toStageId: number
  event: DealMove['event']
  at: string
  value: number | null
  reason: string
  note: string
  user: string
}

export type DealsSchema = {
  pipeline: PipelineTable
  stage: StageTable
  deal: DealTable
  dealTag: DealTagTable
  dealMove: DealMoveTable
}
