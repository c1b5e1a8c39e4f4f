import type { z } from 'zod'
import type { dealsContract } from '../../shared/deals/contract.ts'
import type { Board, BoardColumn, DealFilter, DealLine } from '../../shared/deals/model.ts'
import { weightedBy } from '../../shared/deals/rules.ts'
import { groupedBy } from '../../shared/group.ts'
import { fold } from '../../shared/text.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { asOf, staleOf, toLines, type LineRow, type AsOf } from './find.ts'
import { findPipeline, openStageIds, pipelinesOf } from './pipelines.ts'
import * as queries from './queries.ts'
import { scoresOf } from './scores.ts'

const closedForDays = 30
const nothing: Board = { pipelineId: null, columns: [], sources: [], tags: [] }

export async function board({ perStage, ...filter }: z.output<(typeof dealsContract)['deals.board']['input']>, { db, now }: Context) {
  const pipeline =
    filter.pipelineId === null
      ? (await pipelinesOf(db)).find(({ archivedAt }) => archivedAt === null)
      : await findPipeline(db, filter.pipelineId)
  if (!pipeline) return nothing
  const when = await asOf(db, now())
  const at = now().toISOString()
  const openIds = openStageIds(pipeline)
  const closedIds = pipeline.stages.map(({ id }) => id).filter(id => !openIds.includes(id))
  const open = await queries.open(db, openIds, at).execute()
  const closed = await queries.closedSince(db, closedIds, dayAfter(when.today, -closedForDays), at).execute()
  const shown = await filtered(db, [...inOrder(open), ...closed], filter, when)
  const byStage = groupedBy(shown, ({ stageId }) => stageId)
  const seen = pipeline.stages.flatMap(({ id }) => (byStage.get(id) ?? []).slice(0, perStage))
  const cards = groupedBy(await toLines(db, seen, when), ({ stageId }) => stageId)
  const columns = pipeline.stages.map(({ id }) => columnOf(id, byStage.get(id) ?? [], cards.get(id) ?? [], when))
  return { pipelineId: pipeline.id, columns, sources: sourcesOf(open), tags: await tagsOf(db, openIds) }
}

/** What has to be done first stands above; then what is to be closed first. */
const inOrder = (rows: readonly LineRow[]) =>
  rows
    .map(row => ({ row, key: `${row.nextStepOn ?? '9999'} ${row.expectedOn ?? '9999'}` }))
    .sort((a, b) => compare(a.key, b.key) || b.row.id - a.row.id)
    .map(({ row }) => row)
const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

export async function filtered(db: Db, rows: LineRow[], { staffId, source, tag, stale, temperature }: DealFilter, when: AsOf) {
  const tagged = tag === '' ? null : await taggedWith(db, rows, tag)
  const ids = rows.map(({ id }) => id)
  const scores = temperature === null ? null : await scoresOf(db, ids, when)
  return rows.filter(
    row =>
      (scores === null || scores.get(row.id)?.temperature === temperature) &&
      (staffId === null || row.staffId === staffId) &&
      (source === '' || fold(row.source) === fold(source)) &&
      (tagged === null || tagged.has(row.id)) &&
      (!stale || staleOf(row, when) !== null),
  )
}

async function taggedWith(db: Db, rows: readonly LineRow[], tag: string) {
  const ids = rows.map(({ id }) => id)
  const found = await queries.taggedWith(db, ids, fold(tag)).execute()
  return new Set(found.map(({ dealId }) => dealId))
}

const columnOf = (stageId: number, rows: readonly LineRow[], cards: DealLine[], when: AsOf): BoardColumn => ({
  ...{ stageId, deals: rows.length, cards },
  sum: rows.reduce((sum, { value }) => sum + (value ?? 0), 0),
  weighted: rows.reduce((sum, row) => sum + weightedBy(row.value, row), 0),
  stale: rows.filter(row => staleOf(row, when) !== null).length,
})

const sourcesOf = (rows: readonly LineRow[]) => [...new Set(rows.map(({ source }) => source).filter(Boolean))].sort(compare)

const tagsOf = async (db: Db, stageIds: readonly number[]) => [
  ...new Set((await queries.openTags(db, stageIds).execute()).map(({ name }) => name)),
]
