import { useRouter } from 'vue-router'
import { useShortcut } from '../../composables/shortcuts.ts'
import { useSettings } from '../../settings/store.ts'
import { useBooking } from './store.ts'

/** B, or Ctrl+B while typing: a booking from wherever one is. */
export function useBookingShortcut() {
  const router = useRouter()
  const settings = useSettings()
  const booking = useBooking()

  function begin() {
    // Whoever is at a booking already goes on with it.
    if (!booking.request) void booking.begin()
    void router.push({ name: 'calendar' })
  }
  const when = () => settings.isSetUp
  useShortcut('b', begin, { label: 'calendar.shortcuts.book', when })
  useShortcut('mod+b', begin, { inFields: true, when })
}
