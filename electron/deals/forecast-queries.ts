import type { Db } from '../db/schema.ts'

/** Those that are open, and those that were closed since a day. What was sold stays sold, wherever the contact is now. */
export const deals = (db: Db, stageIds: readonly number[], since: string) =>
  db
    .selectFrom('deal')
    .innerJoin('stage', 'stage.id', 'deal.stageId')
    .select(['deal.outcome', 'deal.value', 'stage.probability', 'deal.expectedOn', 'deal.closedOn', 'deal.createdAt', 'deal.closedAt'])
    .select(['deal.lostReason', 'deal.source', 'deal.staffId'])
    .where('deal.stageId', 'in', stageIds)
    .where('deal.trashedAt', 'is', null)
    .where(({ or, eb }) => or([eb('deal.closedOn', 'is', null), eb('deal.closedOn', '>=', since)]))

/** Of deals that began since a day, in the order of time. */
export const steps = (db: Db, stageIds: readonly number[], since: string) =>
  db
    .selectFrom('dealMove')
    .innerJoin('deal', 'deal.id', 'dealMove.dealId')
    .select(['dealMove.dealId', 'dealMove.fromStageId', 'dealMove.toStageId', 'dealMove.at', 'dealMove.event'])
    .where('deal.stageId', 'in', stageIds)
    .where('deal.trashedAt', 'is', null)
    .where('deal.createdAt', '>=', since)
    .orderBy('dealMove.at')
    .orderBy('dealMove.id')
