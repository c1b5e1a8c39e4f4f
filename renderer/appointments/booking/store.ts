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
  /** The cancelled visit whose time this fills: whoever is booked there has been called. */
  fills?: number
}>

/** The booking that somebody is at, if any: it waits on the calendar page. */
export const useBooking = defineStore('booking', () => {
  const request = shallowRef<BookingRequest | null>(null)
  /** When and with whom the panel would book now, for the calendar to draw. */
  const wish = shallowRef<Readonly<{ start: string; end: string; staffId: number | null }> | null>(null)

  function close() {
    request.value = null
    wish.value = null
  }
  return { request, wish, begin: (wanted: BookingRequest = {}) => (request.value = wanted), close }
})
