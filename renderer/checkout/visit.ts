import type { CalendarEntry } from '../../shared/appointments/model.ts'
import { useCheckout } from './store.ts'

/** From a visit to its bill. */
export function useVisitCheckout() {
  const checkout = useCheckout()
  return {
    /** Whatever was done is paid for; so is, at times, what was missed. */
    canPay: ({ kind, status }: CalendarEntry) => kind === 'visit' && status !== 'cancelled',
    checkOut: ({ id }: CalendarEntry) => checkout.begin({ appointmentId: id }),
  }
}
