import type { DealLine } from '../../shared/deals/model.ts'
import type { dealReasons } from '../../shared/today/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { momentOf, toLines } from './find.ts'
import { openStageIds, pipelinesOf } from './pipelines.ts'
import * as queries from './queries.ts'

type Reason = (typeof dealReasons)[number]
export type DueDeal = Readonly<{ reason: Reason; deal: DealLine }>

const rank = { nextStep: 0, closing: 1, quiet: 2 } as const satisfies Record<Reason, number>

/**
 * What stands on the page of the day of the open deals of pipelines that are in use: each once, by the most pressing of its
 * reasons; the most valuable of a kind first.
 */
export async function dueDeals(db: Db, now: Date): Promise<DueDeal[]> {
  const moment = await momentOf(db, now)
  const stageIds = (await pipelinesOf(db)).filter(({ archivedAt }) => archivedAt === null).flatMap(openStageIds)
  if (stageIds.length === 0) return []
  const deals = await toLines(db, await queries.open(db, stageIds, now.toISOString()).execute(), moment)
  const due = deals.flatMap((deal): DueDeal[] => {
    const reason = reasonOf(deal, moment.today)
    return reason ? [{ reason, deal }] : []
  })
  return due.sort((a, b) => rank[a.reason] - rank[b.reason] || (b.deal.value ?? 0) - (a.deal.value ?? 0) || a.deal.id - b.deal.id)
}

function reasonOf({ nextStepOn, expectedOn, stale }: DealLine, today: string): Reason | null {
  if (nextStepOn !== null && nextStepOn <= today) return 'nextStep'
  if (expectedOn !== null && expectedOn <= dayAfter(today, 7)) return 'closing'
  return stale === 'quiet' ? 'quiet' : null
}
