import { z } from 'zod'
import { Alert } from '../contacts/alerts.ts'
import { Phone } from '../contacts/model.ts'
import { Amount } from '../money.ts'
import { CalendarDate, Instant, LocalDateTime, Minutes } from '../time.ts'
import { conflictKinds } from './conflict-kinds.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

export const statuses = ['booked', 'confirmed', 'arrived', 'inService', 'done', 'noShow', 'cancelled'] as const
export type Status = (typeof statuses)[number]
export const cancellers = ['client', 'shop'] as const

/** A wall time of the shop, or an instant. */
export const Start = z.union([LocalDateTime, Instant], { error: 'noSuchTime' })
/** Any of these, a day from its midnight on. */
export const Moment = z.union([CalendarDate, LocalDateTime, Instant], { error: 'noSuchTime' })

/**
 * One service of a visit, as it is asked for. Left out, staff and resource are whoever is free; duration and price what the
 * service takes and costs with that person. `serviceId` is null for time that is only blocked.
 */
export const WantedService = z.strictObject({
  serviceId: id.nullable(),
  staffId: id.nullable().default(null),
  resourceId: id.nullable().default(null),
  durationMinutes: Minutes.nullable().default(null),
  price: Amount.nullable().default(null),
})
export type WantedService = Readonly<z.infer<typeof WantedService>>

/** As it stands in the diary. `start` and `end` are what the shop's wall shows. */
export const BookedService = z.strictObject({
  id: z.int(),
  serviceId: z.int().nullable(),
  staffId: z.int().nullable(),
  resourceId: z.int().nullable(),
  start: LocalDateTime,
  end: LocalDateTime,
  durationMinutes: z.int(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  processing: z.strictObject({ afterMinutes: z.int(), minutes: z.int() }).nullable(),
  price: z.int().nullable(),
})
export type BookedService = Readonly<z.infer<typeof BookedService>>

export const appointmentKinds = ['visit', 'block'] as const
const fields = {
  /** A block is time without a client: a delivery, a meeting. */
  kind: z.enum(appointmentKinds),
  /** null for whoever walks in without a card. */
  contactId: id.nullable(),
  /** The name of somebody without a card; what a block is for. */
  title: text(120),
  note: text(2000),
  /** How it came about: telephone, walk-in, online. */
  source: text(60),
  /** Asked for beforehand; null where none is. */
  deposit: Amount.nullable(),
}

/** Further visits of the same kind. `skip` names starts of the rule that are left out. */
export const Repeat = z.strictObject({ rule: z.string().max(300), skip: z.array(LocalDateTime).max(1000).default([]) })
export type Repeat = Readonly<z.infer<typeof Repeat>>

/** The keys of conflicts that whoever books has seen and wants to book in spite of. */
const despite = z.array(z.string().max(80)).max(2000).default([])

export const NewAppointment = z.strictObject({
  kind: fields.kind.default('visit'),
  contactId: fields.contactId.default(null),
  title: fields.title.default(''),
  note: fields.note.default(''),
  source: fields.source.default(''),
  deposit: fields.deposit.default(null),
  status: z.enum(['booked', 'confirmed', 'arrived', 'inService', 'done']).default('booked'),
  start: Start,
  /** One after the other. */
  services: z.array(WantedService).min(1, { error: 'serviceMissing' }).max(20, { error: 'tooMany' }),
  repeat: Repeat.nullable().default(null),
  /** What the client gets with it for points, which are reserved until then; of a series, with the first. */
  rewardId: id.nullable().default(null),
  /** The entry of the waiting list that this comes from. */
  waitingId: id.nullable().default(null),
  despite,
})
export type NewAppointment = Readonly<z.infer<typeof NewAppointment>>

export const scopes = ['this', 'following', 'all'] as const
/** Which visits of a series are meant; a visit that repeats nowhere is meant alone. */
const scope = z.enum(scopes).default('this')

export const AppointmentChange = z.strictObject({
  id,
  contactId: fields.contactId.optional(),
  title: fields.title.optional(),
  note: fields.note.optional(),
  source: fields.source.optional(),
  deposit: fields.deposit.optional(),
  services: NewAppointment.shape.services.optional(),
  scope,
  despite,
})
export type AppointmentChange = Readonly<z.infer<typeof AppointmentChange>>

/** Left out stays as it is. Of a visit with several services, `position` is the one that gets another person, room or length. */
export const Move = z.strictObject({
  id,
  start: Start.optional(),
  position: z.int().min(0).default(0),
  staffId: id.nullable().optional(),
  resourceId: id.nullable().optional(),
  durationMinutes: Minutes.optional(),
  scope,
  despite,
})
export type Move = Readonly<z.infer<typeof Move>>

export const Cancellation = z.strictObject({ id, by: z.enum(cancellers).default('client'), reason: text(300).default(''), scope })
export type Cancellation = Readonly<z.infer<typeof Cancellation>>

export const Appointment = z.strictObject({
  id: z.int(),
  ...fields,
  status: z.enum(statuses),
  start: LocalDateTime,
  end: LocalDateTime,
  startsAt: Instant,
  endsAt: Instant,
  services: z.array(BookedService),
  seriesId: z.int().nullable(),
  cancelledAt: Instant.nullable(),
  cancelledBy: z.enum(cancellers).nullable(),
  cancelReason: z.string(),
  /** Cancelled later than the shop wants it. */
  isLate: z.boolean(),
  /** What it was booked in spite of. */
  despite: z.array(z.enum(conflictKinds)),
  createdAt: Instant,
  changedAt: Instant,
})
export type Appointment = Readonly<z.infer<typeof Appointment>>

/** What must be known of a client wherever a visit is shown. */
export const Client = z.strictObject({
  id: z.int(),
  name: z.string(),
  /** The first of their numbers. */
  phone: Phone.nullable(),
  alerts: z.array(Alert),
  isBlocked: z.boolean(),
  isTrashed: z.boolean(),
  noShows: z.int(),
  /** Visits that were not cancelled, this one included. */
  visits: z.int(),
})
export type Client = Readonly<z.infer<typeof Client>>

export const CalendarEntry = Appointment.extend({ client: Client.nullable() })
export type CalendarEntry = Readonly<z.infer<typeof CalendarEntry>>

/** Why a visit does not fit. `key` says it again when somebody books in spite of it; `service` is the place among the visit's services. */
export const Conflict = z.strictObject({
  kind: z.enum(conflictKinds),
  key: z.string(),
  service: z.int().nullable(),
  staffId: z.int().nullable(),
  resourceId: z.int().nullable(),
  appointmentId: z.int().nullable(),
  /** Who or what is in the way, in words of the shop. */
  name: z.string(),
  start: LocalDateTime,
  end: LocalDateTime,
})
export type Conflict = Readonly<z.infer<typeof Conflict>>

export const SlotsQuestion = z.strictObject({
  services: NewAppointment.shape.services,
  /** Left out: from now on. */
  from: Moment.optional(),
  /** The nearest ones to it, instead of the first. */
  near: Start.optional(),
  days: z.int().min(1).max(366).default(90),
  limit: z.int().min(1).max(500).default(5),
  /** Left out, the shop's own grid and notice. */
  gridMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)]).optional(),
  noticeMinutes: z.int().min(0).max(525_600).optional(),
  contactId: id.nullable().default(null),
  /** A visit that is to be moved does not stand in its own way. */
  exceptId: id.nullable().default(null),
})
export type SlotsQuestion = Readonly<z.infer<typeof SlotsQuestion>>

export const Slot = z.strictObject({
  start: LocalDateTime,
  end: LocalDateTime,
  startsAt: Instant,
  services: z.array(
    z.strictObject({
      serviceId: z.int().nullable(),
      staffId: z.int().nullable(),
      resourceId: z.int().nullable(),
      start: LocalDateTime,
      end: LocalDateTime,
    }),
  ),
  /** Seats that are left where several can take part. */
  seatsLeft: z.int().nullable(),
})
export type Slot = Readonly<z.infer<typeof Slot>>

/** A hole: the time of a cancelled visit, or any. */
export const Hole = z.union([
  z.strictObject({ appointmentId: id }),
  z.strictObject({ start: Start, end: Start, staffId: id.nullable().default(null), resourceId: id.nullable().default(null) }),
])
export const fitReasons = ['waiting', 'overdue', 'sameService', 'samePerson', 'usualWeekday'] as const
export const Candidate = z.strictObject({
  client: Client,
  waitingId: z.int().nullable(),
  reasons: z.array(z.enum(fitReasons)),
  /** Days between visits as a rule, and since the last one. */
  usualDays: z.number().nullable(),
  daysSince: z.int().nullable(),
  /** What would be booked. */
  services: z.array(WantedService),
  durationMinutes: z.int(),
  /** What came of a call about this very hole. */
  outcome: z.enum(['noAnswer', 'declined', 'booked']).nullable(),
})
export type Candidate = Readonly<z.infer<typeof Candidate>>

/** How often somebody comes, and what they like. Cancelled visits and no-shows do not count as visits. */
export const Rhythm = z.strictObject({
  visits: z.int(),
  lastAt: Instant.nullable(),
  next: z.strictObject({ id, startsAt: Instant }).nullable(),
  usualDays: z.number().nullable(),
  daysSince: z.int().nullable(),
  noShows: z.int(),
  lateCancellations: z.int(),
  favouriteStaff: z.array(z.int()),
  favouriteServices: z.array(z.int()),
})
export type Rhythm = Readonly<z.infer<typeof Rhythm>>
