import type { subscriptionsContract } from '../../shared/subscriptions/contract.ts'
import { clockIn } from '../../shared/zone.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { Handlers } from '../handlers.ts'
import { shopOf } from '../invoices/shop.ts'
import { settingsOf } from '../settings/service.ts'
import { makeDue } from './make.ts'
import { madeOf } from './made.ts'
import * as queries from './queries.ts'
import { subscriptionOf, toSubscriptions } from './rows.ts'
import { change, create, end, pause } from './write.ts'

export const subscriptionHandlers: Handlers<typeof subscriptionsContract> = {
  'subscriptions.list': async ({ contactId, ...page }, { db, now }) => {
    const shop = await shopOf(db, now())
    const wanted = contactId === null ? null : (await find(db, contactId)).id
    const rows = await queries.list(db, wanted, page).execute()
    return toSubscriptions(db, rows, shop)
  },
  'subscriptions.get': async ({ id }, { db, now }) => subscriptionOf(db, id, await shopOf(db, now())),
  'subscriptions.made': madeOf,
  'subscriptions.news': async (_input, { db, now }) => {
    const clock = clockIn((await settingsOf(db)).zone)
    const today = clock.dayOf(now().getTime())
    const midnight = new Date(clock.startOf(today)).toISOString()
    const { documents: drafts } = await queries.drafts(db).executeTakeFirstOrThrow()
    const { documents: issuedToday } = await queries.issuedSince(db, midnight).executeTakeFirstOrThrow()
    return { drafts, issuedToday, waiting: (await queries.due(db, today).execute()).length }
  },
  'subscriptions.create': create,
  'subscriptions.change': change,
  'subscriptions.pause': pause,
  'subscriptions.end': end,
  'subscriptions.due': async (_input, { db, now }) => queries.due(db, await todayOf(db, now())).execute(),
  'subscriptions.makeDue': makeDue,
}
