import type { z } from 'zod'
import type { dealsContract } from '../../shared/deals/contract.ts'
import type { DealSort } from '../../shared/deals/model.ts'
import type { Context } from '../handlers.ts'
import type { Db } from '../db/schema.ts'
import { filtered } from './board.ts'
import { asOf, toLines, touchedAt, type LineRow } from './find.ts'
import { openStageIds, pipelinesOf } from './pipelines.ts'
import * as queries from './queries.ts'

type Question = z.output<(typeof dealsContract)['deals.list']['input']>

/** A page of the deals that fit, with how many there are and what they come to. */
export async function list(question: Question, { db, now }: Context) {
  const when = await asOf(db, now())
  const rows = await filtered(db, await rowsFor(db, question, now().toISOString()), question, when)
  const fitting = rows.filter(row => fits(row, question)).sort(by(question.sort, question.descending))
  return {
    total: fitting.length,
    sum: fitting.reduce((sum, { value }) => sum + (value ?? 0), 0),
    deals: await toLines(db, fitting.slice(question.offset, question.offset + question.limit), when),
  }
}

/** By the narrowest of what is asked. */
async function rowsFor(db: Db, { contactId, state, stageId, closedFrom: from, closedTo: to }: Question, at: string): Promise<LineRow[]> {
  if (contactId !== null) return queries.ofContact(db, contactId, at).execute()
  const closed = (outcome: 'won' | 'lost') => queries.closedBetween(db, outcome, { from, to }, at).execute()
  if (state === 'won' || state === 'lost') return closed(state)
  const stageIds = stageId !== null ? [stageId] : (await pipelinesOf(db)).flatMap(openStageIds)
  const open = await queries.open(db, stageIds, at).execute()
  return state === 'open' ? open : [...open, ...(await closed('won')), ...(await closed('lost'))]
}

function fits(row: LineRow, { pipelineId, stageId, state, expectedFrom, expectedTo, lostReason }: Question) {
  const expected = row.expectedOn ?? ''
  return (
    (pipelineId === null || row.pipelineId === pipelineId) &&
    (stageId === null || row.stageId === stageId) &&
    (lostReason === null || row.lostReason === lostReason) &&
    (state === 'all' || (row.outcome ?? 'open') === state) &&
    (expectedFrom === null || expected >= expectedFrom) &&
    (expectedTo === null || (expected !== '' && expected < expectedTo))
  )
}

const keys = {
  value: ({ value }) => value ?? -1,
  expectedOn: ({ expectedOn }) => expectedOn ?? '9999',
  nextStepOn: ({ nextStepOn }) => nextStepOn ?? '9999',
  touchedAt,
  contactName: ({ sortName }) => sortName,
} satisfies Record<DealSort, (row: LineRow) => string | number>

function by(sort: DealSort, descending: boolean) {
  const key: (row: LineRow) => string | number = keys[sort]
  return (a: LineRow, b: LineRow) => {
    const [one, other] = [key(a), key(b)]
    const order = Number(one > other) - Number(one < other)
    return (descending ? -order : order) || b.id - a.id
  }
}
