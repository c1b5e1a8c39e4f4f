import type { Appointment, BookedService } from '../../shared/appointments/model.ts'
import { priceOf, type Offer } from '../../shared/appointments/requests.ts'
import type { Service } from '../../shared/catalogue/model.ts'
import { AppError } from '../../shared/errors.ts'
import { DraftLine } from '../../shared/invoices/line.ts'
import { priceIn } from '../../shared/invoices/totals.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import type { Context } from '../handlers.ts'
import { usualRate, type Shop } from '../invoices/shop.ts'
import { quote } from '../prices/quote.ts'

type Agreed = Readonly<{ line: DraftLine; isAgreed: boolean }>

/** At the prices that were agreed on; what costs what it costs everybody is reduced by the rules of the moment of the visit. */
export async function visitLines(visit: Appointment, offer: Offer, shop: Shop, context: Context): Promise<DraftLine[]> {
  const agreed = visit.services.flatMap(booked => {
    const service = offer.services.find(({ id }) => id === booked.serviceId)
    return service ? [lineOf(booked, service, offer, shop)] : []
  })
  const lines = agreed.map(({ line: { price, quantity, itemId } }) => ({ kind: 'service' as const, itemId: itemId!, price, quantity }))
  const { contactId, start } = visit
  const quoted = await quote({ contactId, at: start, pricing: shop.invoicing.pricing, lines }, context)
  return agreed.map(({ line, isAgreed }, place) => (isAgreed ? line : { ...line, discount: quoted[place]!.discount }))
}

/** A price that is not the one of the catalogue was agreed on when it was booked. */
function lineOf({ serviceId, staffId, price, start }: BookedService, service: Service, offer: Offer, shop: Shop): Agreed {
  const taxRateId = service.taxRateId ?? usualRate(shop)
  const rate = shop.rates.find(({ id }) => id === taxRateId)
  if (!rate) throw new AppError('notFound', 'taxRateGone')
  const usual = priceOf(offer, serviceId, staffId) ?? 0
  const line = DraftLine.parse({
    ...{ kind: 'service', itemId: serviceId, staffId, name: service.name, taxRateId },
    price: priceIn(shop.invoicing.pricing, price ?? usual, service.pricing, rateOn(rate, start.slice(0, 10))),
  })
  return { line, isAgreed: price !== null && price !== usual }
}
