import type { DealLine } from '../../shared/deals/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { momentOf, toLines, type Moment } from './find.ts'
import { openStageIds, pipelinesOf } from './pipelines.ts'
import * as queries from './queries.ts'

/** Why a deal stands on the page of the day: its next step is due, it is to close within a week, or nothing happens any more. */
export type DueDeal = Readonly<{ reason: 'nextStep' | 'closing' | 'quiet'; deal: DealLine }>

const rank = { nextStep: 0, closing: 1, quiet: 2 } as const

/** The open deals of pipelines that are in use. */
export async function openDeals(db: Db, now: Date) {
  const moment = await momentOf(db, now)
  const stageIds = (await pipelinesOf(db)).filter(({ archivedAt }) => archivedAt === null).flatMap(openStageIds)
  return { moment, deals: await toLines(db, await queries.open(db, stageIds, now.toISOString()).execute(), moment) }
}

/** Each deal once, by the most pressing of its reasons; the most valuable of a kind first. */
export function dueDeals(deals: readonly DealLine[], { today }: Pick<Moment, 'today'>): DueDeal[] {
  const due = deals.flatMap((deal): DueDeal[] => {
    const reason = reasonOf(deal, today)
    return reason ? [{ reason, deal }] : []
  })
  return due.sort((a, b) => rank[a.reason] - rank[b.reason] || (b.deal.value ?? 0) - (a.deal.value ?? 0) || a.deal.id - b.deal.id)
}

function reasonOf({ nextStepOn, expectedOn, stale }: DealLine, today: string): DueDeal['reason'] | null {
  if (nextStepOn !== null && nextStepOn <= today) return 'nextStep'
  if (expectedOn !== null && expectedOn <= dayAfter(today, 7)) return 'closing'
  return stale === 'quiet' ? 'quiet' : null
}
