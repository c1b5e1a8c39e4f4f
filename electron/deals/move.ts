import type { Deal, DealMove, Move } from '../../shared/deals/model.ts'
import { isOpenKind, type Stage } from '../../shared/deals/pipeline.ts'
import { AppError } from '../../shared/errors.ts'
import { todayOf } from '../settings/today.ts'
import { amountText } from '../payments/tell.ts'
import type { CommandContext } from '../handlers.ts'
import { dealOf } from './find.ts'
import { findStage, stageOfKind } from './pipelines.ts'
import * as queries from './queries.ts'
import { tell } from './tell.ts'

type How = Readonly<{ value: number | null; reason: string; note: string }>
const plainly: How = { value: null, reason: '', note: '' }

/** Refused where it is no longer in the stage from which it is moved: somebody else was quicker, and has to be seen first. */
export async function move({ id, from, to, ...how }: Move, context: CommandContext): Promise<Deal> {
  const deal = await dealOf(context.db, id, context.now())
  if (deal.stageId !== from) throw new AppError('conflict', 'dealMovedMeanwhile', { title: deal.title || deal.contactName })
  if (deal.stageId === to) return deal
  return goTo(context, deal, to, how)
}

export async function win({ id, value, note }: { id: number; value: number | null; note: string }, context: CommandContext) {
  const deal = await openDeal(context, id)
  return goTo(context, deal, stageOfKind((await findStage(context.db, deal.stageId)).pipeline, 'won').id, { ...plainly, value, note })
}

export async function lose({ id, reason, note }: { id: number; reason: string; note: string }, context: CommandContext) {
  const deal = await openDeal(context, id)
  return goTo(context, deal, stageOfKind((await findStage(context.db, deal.stageId)).pipeline, 'lost').id, { ...plainly, reason, note })
}

export async function reopen({ id, stageId }: { id: number; stageId: number | null }, context: CommandContext) {
  const deal = await dealOf(context.db, id, context.now())
  if (deal.closedAt === null) return deal
  return goTo(context, deal, stageId ?? (await stageBefore(context, deal)), plainly)
}

/** From which it was closed, or where deals begin where that stage is gone. */
async function stageBefore({ db }: CommandContext, { moves, stageId }: Deal) {
  const { pipeline } = await findStage(db, stageId)
  const known = pipeline.stages.find(({ id, kind }) => id === moves.at(-1)?.fromStageId && isOpenKind(kind))
  return (known ?? stageOfKind(pipeline, 'open')).id
}

async function openDeal({ db, now }: CommandContext, id: number) {
  const deal = await dealOf(db, id, now())
  if (deal.closedAt !== null) throw new AppError('conflict', 'dealClosed', { title: deal.title || deal.contactName })
  return deal
}

async function goTo(context: CommandContext, deal: Deal, stageId: number, how: How): Promise<Deal> {
  const { db, now, session } = context
  const { stage } = await findStage(db, stageId)
  const [value, event] = [how.value ?? deal.value, eventOf(deal, stage)]
  if (stage.kind === 'won' && value === null) throw new AppError('invalid', 'dealValueMissing')
  if (stage.kind === 'lost' && how.reason === '') throw new AppError('invalid', 'lostReasonMissing')
  const at = now().toISOString()
  await queries.update(db, deal.id, { stageId, value, enteredAt: at, ...(await ending(context, stage, how, at)) }).execute()
  const step = { dealId: deal.id, fromStageId: deal.stageId, toStageId: stageId, event, at, value, user: session.user }
  await queries.insertMove(db, { ...step, reason: how.reason, note: how.note }).execute()
  const after = await dealOf(db, deal.id, now())
  tell(context, texts[event], after, { stage: stage.name, reason: how.reason, amount: await amountText(db, value ?? 0) })
  return after
}

type Event = Exclude<DealMove['event'], 'created'>
const texts = { moved: 'dealMoved', won: 'dealWon', lost: 'dealLost', reopened: 'dealReopened' } satisfies Record<Event, string>

function eventOf({ closedAt }: Deal, { kind }: Stage): Event {
  if (kind === 'won' || kind === 'lost') return kind
  return closedAt === null ? 'moved' : 'reopened'
}

async function ending({ db, now }: CommandContext, { kind }: Stage, { reason, note }: How, at: string) {
  if (kind !== 'won' && kind !== 'lost') return { outcome: null, closedAt: null, closedOn: null, lostReason: '', lostNote: '' }
  const isLost = kind === 'lost'
  const closed = { outcome: kind, closedAt: at, closedOn: await todayOf(db, now()) }
  return { ...closed, lostReason: isLost ? reason : '', lostNote: isLost ? note : '' }
}
