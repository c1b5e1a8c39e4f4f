import type { z } from 'zod'
import type { dealsContract } from '../../shared/deals/contract.ts'
import {
  conversion,
  daysToWin,
  monthly,
  monthsBetween,
  parts,
  reasonsOf,
  undated,
  winRateOf,
  type Forecast,
  type ForecastDeal,
} from '../../shared/deals/forecast.ts'
import { isOpenKind } from '../../shared/deals/pipeline.ts'
import { dayAfter } from '../../shared/zone.ts'
import { todayOf } from '../settings/today.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { staffOf } from '../staff/find.ts'
import * as queries from './forecast-queries.ts'
import { findPipeline, pipelinesOf } from './pipelines.ts'
import { dealSettingsOf } from './settings.ts'

type Question = z.output<(typeof dealsContract)['deals.forecast']['input']>

const monthsBack = 11
const monthsAhead = 5
const monthAway = (today: string, months: number) => dayAfter(`${today.slice(0, 7)}-15`, months * 30.44).slice(0, 7)

/** What was won, what is likely to come, and where deals get stuck or lost. */
export async function forecast({ pipelineId, from: wantedFrom, to: wantedTo }: Question, { db, now }: Context): Promise<Forecast> {
  const today = await todayOf(db, now())
  const [from, to] = [wantedFrom ?? monthAway(today, -monthsBack), wantedTo ?? monthAway(today, monthsAhead)]
  const pipeline = pipelineId === null ? null : await findPipeline(db, pipelineId)
  const stages = (pipeline ? [pipeline] : await pipelinesOf(db)).flatMap(one => one.stages)
  const stageIds = stages.map(({ id }) => id)
  const deals: ForecastDeal[] = await queries.deals(db, stageIds, `${from}-01`).execute()
  const steps = pipeline ? await queries.steps(db, stageIds, `${from}-01`).execute() : []
  const [won, lost] = (['won', 'lost'] as const).map(outcome => deals.filter(deal => deal.outcome === outcome)) as [
    ForecastDeal[],
    ForecastDeal[],
  ]
  const sum = (of: readonly ForecastDeal[]) => of.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return {
    months: monthly(deals, monthsBetween(from, to), { today, goal: (await dealSettingsOf(db)).monthlyGoal }),
    undated: undated(deals, today),
    stages: conversion(
      pipeline ? stages.map(({ id, name, kind }) => ({ id, name, isOpen: isOpenKind(kind), isWon: kind === 'won' })) : [],
      steps,
    ),
    won: { deals: won.length, sum: sum(won), days: daysToWin(won) },
    lost: { deals: lost.length, sum: sum(lost) },
    winRate: winRateOf(won.length, lost.length),
    reasons: reasonsOf(lost),
    ...(await byOrigin(db, deals)),
  }
}

async function byOrigin(db: Db, deals: readonly ForecastDeal[]) {
  const names = new Map((await staffOf(db)).map(({ id, name }) => [id, name]))
  return {
    sources: parts(deals, ({ source }) => source).map(({ key: name, ...numbers }) => ({ name, ...numbers })),
    owners: parts(deals, ({ staffId }) => staffId).map(({ key: staffId, ...numbers }) => ({
      ...{ staffId, name: staffId === null ? '' : (names.get(staffId) ?? '') },
      ...numbers,
    })),
  }
}
