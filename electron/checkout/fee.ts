import type { Appointment } from '../../shared/appointments/model.ts'
import { feeFor, isChargeable } from '../../shared/appointments/fee.ts'
import { priceOf, type Offer } from '../../shared/appointments/requests.ts'
import { AppError } from '../../shared/errors.ts'
import { DraftLine } from '../../shared/invoices/line.ts'
import { priceIn } from '../../shared/invoices/totals.ts'
import { rateOn } from '../../shared/taxes/rules.ts'
import { usualRate, type Shop } from '../invoices/shop.ts'
import { dayIn, textIn } from '../texts.ts'

/** What a client owes who did not come, or cancelled too late: one line, which says of which visit. */
export function feeLine(visit: Appointment, offer: Offer, shop: Shop): DraftLine {
  const { language, missedFee } = shop.settings
  if (!isChargeable(visit)) throw new AppError('conflict', 'visitNotMissed')
  if (missedFee === null) throw new AppError('conflict', 'missedFeeUnset')
  const price = visit.services.reduce((sum, one) => sum + (one.price ?? priceOf(offer, one.serviceId, one.staffId) ?? 0), 0)
  const day = visit.start.slice(0, 10)
  const taxRateId = usualRate(shop)
  const rate = shop.rates.find(({ id }) => id === taxRateId)!
  const names = visit.services.flatMap(({ serviceId }) => offer.services.find(({ id }) => id === serviceId)?.name ?? [])
  return DraftLine.parse({
    name: textIn(language, `documents.missed.${visit.status}`, { day: dayIn(language, day) }),
    description: names.join(', ').slice(0, 2000),
    taxRateId,
    price: priceIn(shop.invoicing.pricing, feeFor(missedFee, price), 'gross', rateOn(rate, day)),
  })
}
