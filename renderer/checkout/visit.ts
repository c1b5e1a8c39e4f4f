import type { CalendarEntry } from '../../shared/appointments/model.ts'
import { isChargeable } from '../../shared/appointments/fee.ts'
import { useSettings } from '../settings/store.ts'
import { useCheckout } from './store.ts'

/** From a visit to its bill. */
export function useVisitCheckout() {
  const checkout = useCheckout()
  const settings = useSettings()
  return {
    /** Whatever was done is paid for; so is, at times, what was missed. */
    canPay: ({ kind, status }: CalendarEntry) => kind === 'visit' && status !== 'cancelled',
    checkOut: ({ id }: CalendarEntry) => checkout.begin({ appointmentId: id }),
    /** Where the shop asks for a fee, and the client did not come or cancelled too late. */
    canCharge: (entry: CalendarEntry) => entry.kind === 'visit' && settings.shop.missedFee !== null && isChargeable(entry),
    charge: ({ id }: CalendarEntry) => checkout.begin({ appointmentId: id, fee: true }),
  }
}
