import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { WantedService } from '../../../shared/appointments/model.ts'

/** What is known of a booking before anything is asked. */
export type BookingRequest = Readonly<{
  kind?: 'visit' | 'block'
  contactId?: number
  start?: string
  end?: string
  staffId?: number
  resourceId?: number
  services?: readonly WantedService[]
  note?: string
  waitingId?: number
  /** How long after the visit that it follows. */
  days?: number
  /** The cancelled visit whose time this fills: whoever is booked there has been called. */
  fills?: number
}>

/** What the panel can be asked while it is open. */
type OpenBooking = Readonly<{
  isDirty: () => boolean
  mayLeave: () => Promise<boolean>
  take: (where: BookingRequest) => void
}>

/** The booking that somebody is at, if any: it waits on the calendar page. */
export const useBooking = defineStore('booking', () => {
  const request = shallowRef<BookingRequest | null>(null)
  /** One booking after the other begins anew, also where the same is known of both. */
  const edition = shallowRef(0)
  /** When and with whom the panel would book now, for the calendar to draw. */
  const wish = shallowRef<Readonly<{ start: string; end: string; staffId: number | null }> | null>(null)

  const panel = shallowRef<OpenBooking | null>(null)

  /** Another booking in place of the one that is typed, where that may go; one of which nothing is known goes on with what is typed. */
  async function begin(wanted: BookingRequest = {}) {
    if (panel.value?.isDirty() && Object.keys(wanted).length === 0) return
    if (panel.value && !(await panel.value.mayLeave())) return
    request.value = wanted
    edition.value++
  }

  /** A time that was pointed at: what is typed already moves there, and so does whoever it is for. */
  function point(where: BookingRequest) {
    const isForSomebody = request.value?.contactId !== undefined || request.value?.waitingId !== undefined
    if (panel.value && (isForSomebody || panel.value.isDirty())) panel.value.take(where)
    else void begin(where)
  }

  function close() {
    request.value = null
    wish.value = null
  }
  return { request, edition, wish, panel, begin, point, close }
})
