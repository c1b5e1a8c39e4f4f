import { quietSince } from '../../shared/deals/rules.ts'
import type { dealReasons } from '../../shared/today/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './due-queries.ts'
import { todayOf } from '../settings/today.ts'
import { openStageIds, pipelinesOf } from './pipelines.ts'

type Reason = (typeof dealReasons)[number]
type DueDeal = Readonly<{ reason: Reason; deal: queries.DueRow }>

/** How far ahead a deal is told about before it is to close. */
const closingDays = 7

/**
 * What stands on the page of the day of the open deals of pipelines that are in use: each once, by the most pressing of its
 * reasons; the most valuable of a kind first.
 */
export async function dueDeals(db: Db, now: Date, atMost: number): Promise<DueDeal[]> {
  const today = await todayOf(db, now)
  const pipelines = (await pipelinesOf(db)).filter(({ archivedAt }) => archivedAt === null)
  const stageIds = pipelines.flatMap(openStageIds)
  const resting = pipelines.flatMap(({ stages }) => stages).flatMap(stage => (stageIds.includes(stage.id) ? sinceOf(stage, now) : []))
  const closingUntil = dayAfter(today, closingDays)
  const due: DueDeal[] = []
  const add = async (reason: Reason, query: { execute(): Promise<queries.DueRow[]> }) =>
    due.push(...(await query.execute()).map(deal => ({ reason, deal })))
  const left = () => atMost - due.length
  if (stageIds.length > 0) await add('nextStep', queries.nextSteps(db, stageIds, today, left()))
  if (stageIds.length > 0 && left() > 0) await add('closing', queries.closing(db, stageIds, today, closingUntil, left()))
  if (resting.length > 0 && left() > 0) await add('quiet', queries.quiet(db, resting, closingUntil, now.toISOString(), left()))
  return due
}

function sinceOf(stage: Parameters<typeof quietSince>[0] & { id: number }, now: Date): queries.Since[] {
  const since = quietSince(stage, now)
  return since === null ? [] : [{ stageId: stage.id, since }]
}
