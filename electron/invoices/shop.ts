import { AppError } from '../../shared/errors.ts'
import { clockIn } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { taxesOf } from '../taxes/find.ts'
import { invoicingOf } from './settings.ts'

export type Shop = Awaited<ReturnType<typeof shopOf>>

/** All that a document takes from the shop; `today` is the day on the shop's wall. */
export async function shopOf(db: Db, now: Date) {
  const settings = await settingsOf(db)
  const invoicing = await invoicingOf(db)
  const seller = { ...invoicing.seller, name: settings.businessName }
  return { settings, invoicing, seller, rates: await taxesOf(db), today: clockIn(settings.zone).dayOf(now.getTime()) }
}

/** What the shop has chosen, else the first that charges anything. */
export function usualRate({ invoicing, rates }: Pick<Shop, 'invoicing' | 'rates'>) {
  const current = rates.filter(({ archivedAt }) => archivedAt === null)
  const usual =
    current.find(({ id }) => id === invoicing.defaultTaxRateId) ?? current.find(({ category }) => category === 'S') ?? current[0]
  if (!usual) throw new AppError('conflict', 'taxRatesMissing')
  return usual.id
}
