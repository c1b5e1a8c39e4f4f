import type { InferResult } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { periodOf } from '../../shared/subscriptions/periods.ts'
import { Template, type Period, type Subscription, type SubscriptionState } from '../../shared/subscriptions/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { linesOf } from '../contacts/list.ts'
import type { Db } from '../db/schema.ts'
import { count, taxesOn } from '../invoices/count.ts'
import type { Shop } from '../invoices/shop.ts'
import * as queries from './queries.ts'

export type SubscriptionRow = InferResult<ReturnType<typeof queries.byId>>[number]

export async function rowOf(db: Db, id: number): Promise<SubscriptionRow> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'subscriptionGone')
  return row
}

export async function subscriptionOf(db: Db, id: number, shop: Shop): Promise<Subscription> {
  return (await toSubscriptions(db, [await rowOf(db, id)], shop))[0]!
}

export const templateOf = ({ template }: Pick<SubscriptionRow, 'template'>) => Template.parse(JSON.parse(template))

/** The period that its next invoice is for, also while it is paused. */
export function nextOf({ nextFrom, nextUntil, charging }: SubscriptionRow): Period | null {
  if (nextUntil === null) return null
  return { firstDay: nextFrom, lastDay: nextUntil, dueOn: charging === 'advance' ? nextFrom : dayAfter(nextUntil) }
}

type Planned = Parameters<typeof periodOf>[0] & Parameters<typeof periodOf>[1] & Pick<SubscriptionRow, 'pausedAt' | 'made'>

/** The columns that say what comes next. */
export function nextColumns(row: Planned) {
  const next = periodOf(row, row, row.made)
  return { nextFrom: row.nextFrom, nextUntil: next?.lastDay ?? null, nextOn: row.pausedAt === null ? (next?.dueOn ?? null) : null }
}

/** As they are read, each with the name on the client's card. */
export async function toSubscriptions(db: Db, rows: readonly SubscriptionRow[], shop: Shop): Promise<Subscription[]> {
  const clients = rows.length > 0 ? await linesOf(db, [...new Set(rows.map(({ contactId }) => contactId))]) : []
  const names = new Map(clients.map(({ id, name }) => [id, name]))
  return rows.map(row => toSubscription(row, names.get(row.contactId) ?? '', shop))
}

function toSubscription(row: SubscriptionRow, clientName: string, shop: Shop): Subscription {
  const { id, contactId, rule, startsOn, endsOn, periods, charging, mode, made, createdAt, changedAt } = row
  const template = templateOf(row)
  const { gross } = count(template.lines, template.pricing ?? shop.invoicing.pricing, template.discount, taxesOn(shop.rates, shop.today))
  return {
    ...{ id, contactId, template, rule, startsOn, endsOn, periods, charging, mode, made, createdAt, changedAt, gross },
    ...{ clientName, next: nextOf(row) },
    state: stateOf(row, shop.today),
  }
}

function stateOf({ pausedAt, nextOn }: SubscriptionRow, today: string): SubscriptionState {
  if (pausedAt !== null) return 'paused'
  if (nextOn === null) return 'over'
  return nextOn <= today ? 'waiting' : 'active'
}
