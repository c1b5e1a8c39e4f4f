import { AppError } from '../../shared/errors.ts'
import { refuseUnfitRule, resumedFrom } from '../../shared/subscriptions/periods.ts'
import type { NewSubscription, Subscription, SubscriptionChange } from '../../shared/subscriptions/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { count, taxesOn } from '../invoices/count.ts'
import { shopOf, type Shop } from '../invoices/shop.ts'
import * as queries from './queries.ts'
import { nextColumns, rowOf, subscriptionOf, templateOf, type SubscriptionRow } from './rows.ts'
import { tell } from './tell.ts'

export async function create({ contactId, template, ...given }: NewSubscription, context: CommandContext): Promise<Subscription> {
  const { db, now } = context
  const shop = await shopOf(db, now())
  refuseUnfitRule(given.rule, given.startsOn)
  refuseUncountable(template, shop)
  const at = now().toISOString()
  const schedule = { ...given, nextFrom: given.startsOn }
  const { id } = await queries
    .insert(db, {
      ...{ ...schedule, contactId: (await find(db, contactId)).id, template: JSON.stringify(template) },
      ...{ ...nextColumns({ ...schedule, pausedAt: null, made: 0 }), pausedAt: null, endedAt: null, createdAt: at, changedAt: at },
    })
    .executeTakeFirstOrThrow()
  return told(context, id, 'subscriptionCreated', shop)
}

/** A tax rate that is gone, or a sum beyond reason, is said now, not on the day of the first invoice. */
function refuseUncountable({ lines, pricing, discount }: NewSubscription['template'], { invoicing, rates, today }: Shop) {
  if (lines.length === 0) throw new AppError('invalid', 'linesMissing')
  count(lines, pricing ?? invoicing.pricing, discount, taxesOn(rates, today))
}

/** From the next invoice on: what was made stays as it is. */
export async function change({ id, contactId, template, ...changes }: SubscriptionChange, context: CommandContext): Promise<Subscription> {
  const { db, now } = context
  const row = await standing(context, id)
  const shop = await shopOf(db, now())
  const wanted = { ...row, ...changes }
  const isMoved = (['rule', 'startsOn'] as const).some(name => wanted[name] !== row[name])
  const startsOn = isMoved ? (changes.startsOn ?? row.nextFrom) : row.startsOn
  const moved = { ...wanted, startsOn, nextFrom: isMoved ? startsOn : row.nextFrom }
  if (isMoved) await refuseChargedTwice(context, moved)
  if (template) refuseUncountable(template, shop)
  await queries
    .update(db, id, {
      ...{ rule: moved.rule, startsOn, endsOn: moved.endsOn, periods: moved.periods, charging: moved.charging, mode: moved.mode },
      ...nextColumns(moved),
      ...{ contactId: contactId ? (await find(db, contactId)).id : row.contactId, changedAt: now().toISOString() },
      template: JSON.stringify(template ?? templateOf(row)),
    })
    .execute()
  return told(context, id, 'subscriptionChanged', shop)
}

async function refuseChargedTwice({ db }: CommandContext, { id, rule, startsOn }: SubscriptionRow) {
  refuseUnfitRule(rule, startsOn)
  const last = await queries.lastPeriod(db, id).executeTakeFirst()
  if (last && startsOn <= last.lastDay) throw new AppError('conflict', 'periodChargedAlready', { day: dayAfter(last.lastDay) })
}

export async function pause({ id, paused }: { id: number; paused: boolean }, context: CommandContext): Promise<Subscription> {
  const { db, now } = context
  const row = await standing(context, id)
  const shop = await shopOf(db, now())
  const at = now().toISOString()
  if (paused) await queries.update(db, id, { pausedAt: at, nextOn: null, changedAt: at }).execute()
  if (!paused && row.pausedAt !== null) {
    const nextFrom = resumedFrom(row, shop.today)
    const next = nextColumns({ ...row, nextFrom, pausedAt: null })
    await queries.update(db, id, { ...next, pausedAt: null, changedAt: at }).execute()
  }
  return told(context, id, paused ? 'subscriptionPaused' : 'subscriptionResumed', shop)
}

export async function end({ id }: { id: number }, context: CommandContext): Promise<Subscription> {
  const { db, now } = context
  await standing(context, id)
  const at = now().toISOString()
  await queries.update(db, id, { pausedAt: null, nextUntil: null, nextOn: null, endedAt: at, changedAt: at }).execute()
  return told(context, id, 'subscriptionEnded', await shopOf(db, now()))
}

async function standing({ db }: CommandContext, id: number) {
  const row = await rowOf(db, id)
  if (row.endedAt !== null) throw new AppError('conflict', 'subscriptionOver')
  return row
}

async function told(context: CommandContext, id: number, text: string, shop: Shop) {
  const subscription = await subscriptionOf(context.db, id, shop)
  tell(context, text, subscription)
  return subscription
}
