import { AppError } from '../../shared/errors.ts'
import { DraftLine } from '../../shared/invoices/line.ts'
import { Draft } from '../../shared/invoices/model.ts'
import { priceIn } from '../../shared/invoices/totals.ts'
import type { Service } from '../../shared/catalogue/model.ts'
import type { Appointment, BookedService } from '../../shared/appointments/model.ts'
import { priceOf, type Offer } from '../../shared/appointments/requests.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import { appointmentOf, standingRow } from '../appointments/read.ts'
import { shopOf as diaryOf } from '../appointments/shop.ts'
import type { Context } from '../handlers.ts'
import { depositLines, paidDeposits } from '../invoices/deposits.ts'
import { shopOf, type Shop } from '../invoices/shop.ts'
import { refuseInvoiced } from './billed.ts'
import * as queries from './queries.ts'

/** An invoice of what was done, less what was paid for it before. */
export async function propose({ appointmentId }: { appointmentId: number }, { db, now }: Context): Promise<Draft> {
  const row = await standingRow(db, appointmentId)
  if (row.kind === 'block') throw new AppError('conflict', 'blockNotInvoiced')
  await refuseInvoiced(db, appointmentId)
  const { clock, offer } = await diaryOf(db)
  const shop = await shopOf(db, now())
  const visit = await appointmentOf(db, row, clock)
  const deposits = await paidDeposits(db, await queries.issuedFor(db, appointmentId).execute(), shop.today)
  const { invoicing, settings } = shop
  const paid = deposits.flatMap(deposit => depositLines(deposit, invoicing.pricing, settings.language))
  const lines = [...serviceLines(visit, offer, shop), ...paid]
  return Draft.parse({
    ...{ kind: 'invoice', contactId: visit.contactId, appointmentId, pricing: shop.invoicing.pricing, lines },
    deliveredFrom: visit.start.slice(0, 10),
  })
}

const serviceLines = (visit: Appointment, offer: Offer, shop: Shop) =>
  visit.services.flatMap(booked => {
    const service = offer.services.find(({ id }) => id === booked.serviceId)
    return service ? [serviceLine(booked, service, offer, shop)] : []
  })

/** At the price that was agreed on when it was booked. */
function serviceLine({ serviceId, staffId, price, start }: BookedService, service: Service, offer: Offer, shop: Shop) {
  const taxRateId = service.taxRateId ?? usualRate(shop)
  const rate = shop.rates.find(({ id }) => id === taxRateId)
  if (!rate) throw new AppError('notFound', 'taxRateGone')
  const agreed = price ?? priceOf(offer, serviceId, staffId) ?? 0
  return DraftLine.parse({
    ...{ kind: 'service', itemId: serviceId, staffId, name: service.name, taxRateId },
    price: priceIn(shop.invoicing.pricing, agreed, service.pricing, rateOn(rate, start.slice(0, 10))),
  })
}

/** What the shop has chosen, else the first that charges anything. */
export function usualRate({ invoicing, rates }: Pick<Shop, 'invoicing' | 'rates'>) {
  const current = rates.filter(({ archivedAt }) => archivedAt === null)
  const usual =
    current.find(({ id }) => id === invoicing.defaultTaxRateId) ?? current.find(({ category }) => category === 'S') ?? current[0]
  if (!usual) throw new AppError('conflict', 'taxRatesMissing')
  return usual.id
}
