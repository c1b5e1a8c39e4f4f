import { z } from 'zod'
import { command, query } from '../call.ts'
import { Document } from '../invoices/model.ts'
import { MadePeriod, News, NewSubscription, Subscription, SubscriptionChange } from './model.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })

export const subscriptionsContract = {
  /** Whatever comes next first; what is over last. */
  'subscriptions.list': query(
    'invoices.read',
    z.strictObject({
      contactId: id.nullable().default(null),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.array(Subscription),
  ),
  'subscriptions.get': query('invoices.read', Id, Subscription),
  /** The invoices that were made of it, the latest first. */
  'subscriptions.made': query('invoices.read', Id, z.array(MadePeriod)),
  'subscriptions.news': query('invoices.read', z.strictObject({}), News),

  'subscriptions.create': command('invoices.write', NewSubscription, Subscription),
  'subscriptions.change': command('invoices.write', SubscriptionChange, Subscription),
  /** What falls into the pause is not charged later. */
  'subscriptions.pause': command('invoices.write', Id.extend({ paused: z.boolean() }), Subscription),
  'subscriptions.end': command('invoices.write', Id, Subscription),

  /** Those whose day has come. */
  'subscriptions.due': query('invoices.read', z.strictObject({}), z.array(z.strictObject({ id: z.int() }))),
  /** Makes the invoice of its next period, once, where the day for it has come; null where it has not. */
  'subscriptions.makeDue': command('invoices.write', Id, Document.nullable()),
}
