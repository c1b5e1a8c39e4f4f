import type { NewAppointment, Rhythm, Slot, WantedService } from '../../../shared/appointments/model.ts'
import type { Input } from '../../../shared/contract.ts'
import type { ContactLine } from '../../../shared/contacts/model.ts'
import { LocalDateTime } from '../../../shared/time.ts'
import { minutesBetween } from '../walls.ts'
import { ruleOf, type RepeatDraft } from './repeat.ts'
import type { BookingRequest } from './store.ts'

export type DraftClient =
  | Readonly<{ type: 'contact'; contact: Pick<ContactLine, 'id' | 'name' | 'phone' | 'alerts' | 'blockedAt'> }>
  | Readonly<{ type: 'new'; name: string; phone: string }>
  | Readonly<{ type: 'walkIn' }>

export type Draft = {
  kind: 'visit' | 'block'
  client: DraftClient | null
  services: readonly WantedService[]
  /** Whoever is to do all of it; null is whoever is free. */
  staffId: number | null
  resourceId: number | null
  day: string
  time: string
  /** Of blocked time. */
  minutes: number
  title: string
  note: string
  source: string
  deposit: number | null
  rewardId: number | null
  status: NewAppointment['status']
  repeat: RepeatDraft | null
  waitingId: number | null
}

/** null for whoever has no card, or none yet. */
export const contactIdOf = (client: DraftClient | null) => (client?.type === 'contact' ? client.contact.id : null)

const anHour = 60

/** `day` is where the calendar is; nothing is booked in the past unasked. */
export const draftFrom = (request: BookingRequest, day: string): Draft => ({
  kind: request.kind ?? 'visit',
  client: null,
  services: request.services ?? [],
  staffId: request.staffId ?? null,
  resourceId: request.resourceId ?? null,
  day: request.start?.slice(0, 10) ?? day,
  time: request.start?.slice(11, 16) ?? '',
  minutes: request.start && request.end ? minutesBetween(request.start, request.end) : anHour,
  title: '',
  note: request.note ?? '',
  source: '',
  deposit: null,
  rewardId: null,
  status: 'booked',
  repeat: null,
  waitingId: request.waitingId ?? null,
})

const typedWords = ['title', 'note', 'source', 'staffId', 'resourceId', 'rewardId', 'status', 'repeat'] as const

/**
 * Whether anything was chosen or typed that nobody knew before; the time is found again in a moment, and so is the deposit that the
 * shop suggests.
 */
export function isTyped(draft: Draft, request: BookingRequest, suggested: number | null) {
  const first = draftFrom(request, draft.day)
  const isOther = draft.client?.type === 'contact' ? draft.client.contact.id !== request.contactId : draft.client !== null
  const isOtherSize = draft.kind === 'block' ? draft.minutes !== first.minutes : draft.deposit !== suggested
  return (
    isOther ||
    isOtherSize ||
    typedWords.some(word => draft[word] !== first[word]) ||
    JSON.stringify(draft.services) !== JSON.stringify(first.services)
  )
}

/** null while the day or the time is none. */
export function startOf({ day, time }: Pick<Draft, 'day' | 'time'>) {
  const start = `${day}T${time}`
  return LocalDateTime.safeParse(start).success ? start : null
}

/** The services as they are asked for: those without a person of their own are for whoever was chosen. */
export const wantedServices = ({ kind, services, staffId, resourceId, minutes }: Draft): WantedService[] =>
  kind === 'block'
    ? [{ serviceId: null, staffId, resourceId, durationMinutes: minutes, price: null }]
    : services.map((service, position) => ({
        ...service,
        staffId: service.staffId ?? staffId,
        resourceId: service.resourceId ?? (position === 0 ? resourceId : null),
      }))

/** Booked is who was shown, not whoever is free a second later. */
const inSlot = (services: readonly WantedService[], slot: Slot | null): WantedService[] =>
  services.map((service, position) => ({ ...service, staffId: service.staffId ?? slot?.services[position]?.staffId ?? null }))

export const isReady = (draft: Draft) =>
  startOf(draft) !== null && (draft.kind === 'block' || (draft.client !== null && draft.services.length > 0))

/** What is sent, or asked about, for a draft whose client is known by now. */
export function newAppointment(draft: Draft, slot: Slot | null, contactId: number | null, zone: string): Input<'appointments.book'> {
  const start = startOf(draft) ?? ''
  return {
    kind: draft.kind,
    contactId,
    title: draft.kind === 'block' ? draft.title : '',
    note: draft.note,
    source: draft.source,
    deposit: draft.deposit,
    rewardId: draft.kind === 'visit' && contactId !== null ? draft.rewardId : null,
    status: draft.status,
    start,
    services: inSlot(wantedServices(draft), slot?.start === start ? slot : null),
    repeat: draft.repeat ? { rule: ruleOf(draft.repeat, zone), skip: [...draft.repeat.skip] } : null,
    waitingId: draft.waitingId,
  }
}

/** Half of the price, from the n-th no-show on; null asks for none. */
export function suggestedDeposit(from: number | null, rhythm: Pick<Rhythm, 'noShows'> | null, price: number) {
  return from !== null && rhythm !== null && rhythm.noShows >= from && price > 0 ? Math.round(price / 2) : null
}
