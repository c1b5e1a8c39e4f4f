import { useI18n } from 'vue-i18n'
import type { Waiting } from '../../../shared/waiting/model.ts'
import { useApi } from '../../api.ts'
import { useWallFormats } from '../../composables/wall-formats.ts'
import { useUndoable } from '../../contacts/undoable.ts'
import { useAttempt } from '../attempts.ts'
import { useBooking, type BookingRequest } from '../booking/store.ts'
import { useVisitWords } from '../words.ts'
import { useWaiting } from './waiting.ts'

/** Books somebody of the waiting list where they were put down; what they want is asked only where it is not known. */
export function useWaitingBooking() {
  const { t } = useI18n()
  const api = useApi()
  const attempt = useAttempt()
  const announce = useUndoable()
  const booking = useBooking()
  const waiting = useWaiting()
  const words = useVisitWords()
  const { moment } = useWallFormats()

  const requestFor = ({ id, client, services, note }: Waiting): BookingRequest => ({
    contactId: client.id,
    services,
    note,
    waitingId: id,
  })

  return async function bookWaiting(id: Waiting['id'], where: BookingRequest) {
    const one = waiting.list?.find(entry => entry.id === id)
    if (!one) return
    const { start, staffId } = where
    if (!start || one.services.length === 0) return void booking.begin({ ...requestFor(one), ...where })
    const services = one.services.map(service => ({ ...service, staffId: staffId ?? service.staffId }))
    const done = await attempt(despite =>
      api.noted('appointments.book', { contactId: one.client.id, services, note: one.note, start, waitingId: id, despite }),
    )
    if (!done) return
    announce(
      t('appointments.bookedWith', { name: one.client.name, when: moment(start), staff: words.staffText(done.value) }),
      done.operation,
    )
  }
}
