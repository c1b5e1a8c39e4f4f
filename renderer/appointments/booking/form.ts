import { computed, reactive, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Appointment, Slot } from '../../../shared/appointments/model.ts'
import { useApi } from '../../api.ts'
import { useShopClock } from '../../composables/shop-clock.ts'
import { useWallFormats } from '../../composables/wall-formats.ts'
import { useUndoable } from '../../contacts/undoable.ts'
import { useSettings } from '../../settings/store.ts'
import { useAttempt } from '../attempts.ts'
import { useRhythm } from '../rhythm.ts'
import { useRoster } from '../roster.ts'
import { plusMinutes } from '../walls.ts'
import { useVisitWords } from '../words.ts'
import { contactIdOf, draftFrom, isReady, isTyped, newAppointment, startOf, suggestedDeposit, wantedServices, type Draft } from './draft.ts'
import { useLiveCheck } from './live-check.ts'
import { useNewClient } from './new-client.ts'
import { bookedTimes } from './repeat.ts'
import { useSlots } from './slots.ts'
import type { BookingRequest } from './store.ts'

/** A booking on its way: what was chosen, what is offered, what stands in the way, and how it is booked. */
export function useBookingForm(request: BookingRequest, shownDay: string) {
  const { t } = useI18n()
  const api = useApi()
  const settings = useSettings()
  const roster = useRoster()
  const attempt = useAttempt()
  const withCard = useNewClient()
  const announce = useUndoable()
  const words = useVisitWords()
  const { moment } = useWallFormats()
  const { now, today } = useShopClock()
  const draft = reactive<Draft>(draftFrom(request, shownDay < today.value ? today.value : shownDay))
  const busy = shallowRef(false)

  const contactId = computed(() => contactIdOf(draft.client))
  const rhythm = useRhythm(() => contactId.value)
  const { slots, failure: slotsFailure } = useSlots(() =>
    draft.kind === 'visit' && draft.services.length > 0
      ? {
          services: wantedServices(draft),
          ...(request.start ? { near: request.start } : { from: draft.day <= today.value ? now.value.slice(0, 10) : draft.day }),
          ...(draft.day < today.value ? { noticeMinutes: 0 } : {}),
          contactId: contactId.value,
        }
      : null,
  )
  /** The offered time that stands in the fields. */
  const slot = computed(() => slots.value?.find(({ start }) => start === startOf(draft)) ?? null)
  const isTimeTyped = shallowRef(request.start !== undefined)

  function take({ start }: Pick<Slot, 'start'>) {
    draft.day = start.slice(0, 10)
    draft.time = start.slice(11, 16)
  }
  /** A place in the calendar that was pointed at. */
  function moveTo({ start, staffId, resourceId }: BookingRequest) {
    if (!start) return
    take({ start })
    isTimeTyped.value = true
    draft.staffId = staffId ?? draft.staffId
    draft.resourceId = resourceId ?? draft.resourceId
  }
  // The first time that suits stands there at once, until somebody says another.
  watch(slots, found => {
    if (!isTimeTyped.value && found?.[0] && !slot.value) take(found[0])
  })

  const minutes = computed(() =>
    draft.kind === 'block'
      ? draft.minutes
      : wantedServices(draft).reduce(
          (sum, service) => sum + (service.durationMinutes ?? durationOf(service.serviceId, service.staffId)),
          0,
        ),
  )
  function durationOf(serviceId: number | null, staffId: number | null) {
    const own = staffId === null ? null : roster.staffById.get(staffId)?.services.find(one => one.serviceId === serviceId)?.durationMinutes
    return own ?? (serviceId === null ? 0 : (roster.serviceById.get(serviceId)?.durationMinutes ?? 0))
  }
  const price = computed(() =>
    wantedServices(draft).reduce((sum, service) => sum + (service.price ?? roster.serviceById.get(service.serviceId ?? 0)?.price ?? 0), 0),
  )
  const deposit = computed(() => suggestedDeposit(settings.shop.depositFromNoShows, rhythm.value, price.value))

  const wish = computed(() => {
    const start = startOf(draft)
    if (!start || minutes.value === 0) return null
    const staffId = draft.staffId ?? slot.value?.services[0]?.staffId ?? null
    return { start, end: plusMinutes(start, minutes.value), staffId }
  })
  const input = (forContact: number | null) => newAppointment(draft, slot.value, forContact, settings.shop.zone)
  const { checked, failure: checkFailure } = useLiveCheck(() =>
    startOf(draft) && (draft.kind === 'block' || draft.services.length > 0) ? input(contactId.value) : null,
  )
  const conflicts = computed(() => checked.value[0]?.conflicts ?? [])
  /** How many visits it will be. */
  const count = computed(() => (draft.repeat ? bookedTimes(draft.repeat, checked.value).length : 1))

  /** The visit as it was booked; null where it was not. */
  async function book() {
    if (busy.value || !isReady(draft)) return null
    busy.value = true
    try {
      draft.client = await withCard(draft.client)
      // What was shown before Enter has been seen; what comes up only now is asked about.
      const seen = draft.repeat ? checked.value.slice(1).flatMap(({ conflicts }) => conflicts.map(({ key }) => key)) : []
      const done = await attempt(despite => api.noted('appointments.book', { ...input(contactId.value), despite }), seen)
      if (!done) return null
      announce(await bookedText(done.value), done.operation)
      return done.value
    } finally {
      busy.value = false
    }
  }

  async function bookedText(first: Appointment) {
    const staff = words.staffText(first)
    const named = { name: nameOfClient(), when: moment(first.start), staff }
    if (first.seriesId !== null) {
      const booked = await bookedIn(first.seriesId)
      return t('appointments.bookedSeries', { ...named, count: booked }, booked)
    }
    return t(staff ? 'appointments.bookedWith' : 'appointments.booked', named)
  }

  /** It is booked, whether they can be counted or not. */
  const bookedIn = (seriesId: number) =>
    api('appointments.series', { seriesId }).then(
      all => all.length,
      () => count.value,
    )

  function nameOfClient() {
    const { client } = draft
    if (draft.kind === 'block') return draft.title || t('appointments.blocked')
    if (client?.type === 'contact') return client.contact.name
    return client?.type === 'new' ? client.name : t('appointments.walkIn')
  }

  return {
    ...{ draft, slots, slot, slotsFailure, isTimeTyped, take, moveTo, minutes, price, deposit, rhythm, wish },
    ...{ checked, conflicts, checkFailure, count, busy, book },
    ...{ isReady: computed(() => isReady(draft)), isDirty: () => isTyped(draft, request, deposit.value) },
  }
}
