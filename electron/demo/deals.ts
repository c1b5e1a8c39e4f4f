import { sql } from 'kysely'
import { demoDeals, type DemoDeal } from '../../shared/demo/deals.ts'
import { dice } from '../../shared/demo/dice.ts'
import { demoSeed } from '../../shared/demo/shop.ts'
import { isOpenKind, type Pipeline } from '../../shared/deals/pipeline.ts'
import { clockIn, dayAfter } from '../../shared/zone.ts'
import { adopt, pipelinesOf, stageOfKind } from '../deals/pipelines.ts'
import * as queries from '../deals/queries.ts'
import { setTags } from '../deals/tags.ts'
import type { JobContext } from '../handlers.ts'
import { recordingAsRanges } from '../operations/as-ranges.ts'
import { settingsOf } from '../settings/service.ts'

const closesAfter = 2 * 86_400_000

/** A year of deals; a shop that has a pipeline of its own is left alone. */
export async function fillDeals(context: JobContext) {
  const { db, sqlite, now, transaction } = context
  if ((await pipelinesOf(db)).length > 0) return
  const { language } = await settingsOf(db)
  const record = recordingAsRanges(sqlite, ['deal', 'dealMove', 'dealTag'])
  await transaction(async operation => {
    const pipeline = await adopt(context, 'services')
    const staff = (await db.selectFrom('staff').select('id').orderBy('id').execute()).map(({ id }) => id)
    const openStages = pipeline.stages.filter(({ kind }) => isOpenKind(kind)).length
    const span = { now: now().getTime(), openStages, owners: Math.max(1, staff.length) }
    const deals = demoDeals(dice(demoSeed + 7), language, span)
    const clients = await someClients(context, deals.length)
    await record(operation, async () => {
      for (const [place, contactId] of clients.entries()) await insert(context, deals[place]!, { contactId, pipeline, staff })
    })
  })
}

async function someClients({ db }: JobContext, count: number) {
  const rows = await db
    .selectFrom('contact')
    .select('id')
    .where('trashedAt', 'is', null)
    .where('blockedAt', 'is', null)
    .orderBy(sql`id * 6277 % 10007`)
    .orderBy('id')
    .limit(count)
    .execute()
  return rows.map(({ id }) => id)
}

type Around = Readonly<{ contactId: number; pipeline: Pipeline; staff: readonly number[] }>

async function insert(context: JobContext, deal: DemoDeal, around: Around) {
  const { db, session } = context
  const steps = await stepsOf(context, deal, around.pipeline)
  const [first, last] = [steps[0]!, steps.at(-1)!]
  const times = { createdAt: first.at, changedAt: last.at, enteredAt: last.at, stageId: last.toStageId }
  const row = { ...(await rowOf(context, deal, around)), ...closing(deal, last), ...times }
  const { id } = await queries.insert(db, row).executeTakeFirstOrThrow()
  for (const { day: _day, ...step } of steps)
    await queries.insertMove(db, { ...step, dealId: id, value: deal.value, note: '', user: session.user }).execute()
  await setTags(db, id, deal.tags)
}

const closing = ({ outcome, lostReason }: DemoDeal, { at, day }: { at: string; day: string }) => ({
  outcome,
  lostReason,
  closedAt: outcome && at,
  closedOn: outcome && day,
})

async function rowOf({ db, now, session }: JobContext, deal: DemoDeal, { contactId, staff }: Around) {
  const { title, value, source, competitors, nextStep, nextStepIn, closesIn, owner } = deal
  const today = clockIn((await settingsOf(db)).zone).dayOf(now().getTime())
  return {
    ...{ contactId, title, value, source, competitors, nextStep, campaign: '', referrerId: null, staffId: staff[owner] ?? null },
    nextStepOn: nextStepIn === null ? null : dayAfter(today, nextStepIn),
    expectedOn: closesIn === null ? null : dayAfter(today, closesIn),
    ...{ wanted: '[]', note: '', lostNote: '', quoteId: null, invoiceId: null, user: session.user, trashedAt: null },
  }
}

async function stepsOf({ db }: JobContext, { path, outcome, lostReason }: DemoDeal, pipeline: Pipeline) {
  const clock = clockIn((await settingsOf(db)).zone)
  const open = pipeline.stages.filter(({ kind }) => isOpenKind(kind))
  const steps = path.map(({ stage, at }, place) => ({
    ...{ fromStageId: place === 0 ? null : open[path[place - 1]!.stage]!.id, toStageId: open[stage]!.id, reason: '' },
    ...{ event: place === 0 ? ('created' as const) : ('moved' as const), at: new Date(at).toISOString(), day: clock.dayOf(at) },
  }))
  if (outcome === null) return steps
  const at = path.at(-1)!.at + closesAfter
  const end = { fromStageId: steps.at(-1)!.toStageId, toStageId: stageOfKind(pipeline, outcome).id, reason: lostReason }
  return [...steps, { ...end, event: outcome, at: new Date(at).toISOString(), day: clock.dayOf(at) }]
}
