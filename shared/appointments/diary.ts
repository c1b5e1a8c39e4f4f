/** Milliseconds since 1970, `end` excluded. */
export type Interval = Readonly<{ start: number; end: number }>

/** One service of a visit at its time, as the engine sees it. */
export type Occupation = Readonly<{
  serviceId: number | null
  staffId: number | null
  resourceId: number | null
  start: number
  end: number
  bufferBefore: number
  bufferAfter: number
  /** When nobody is needed; null where somebody is all the time. */
  processing: Interval | null
  /** How many clients can take part in it together. */
  seats: number
}>

/** An occupation that stands in the diary. */
export type Booked = Occupation & Readonly<{ appointmentId: number; contactId: number | null; kind: 'visit' | 'block'; name: string }>

/** What is known about some days: when the shop is open, who works when, and what is booked. All intervals are sorted and do not touch. */
export type Diary = Readonly<{
  open: readonly Interval[]
  /** By the id of somebody of the staff: their hours, whatever the shop's. */
  working: ReadonlyMap<number, readonly Interval[]>
  /** Of `working`, the days on which somebody is away for a reason. */
  away: ReadonlyMap<number, readonly Interval[]>
  /** Of these days and a day before them. */
  booked: readonly Booked[]
}>

/** A service that is asked for, with everybody and everything that could do it. */
export type Request = Readonly<{
  serviceId: number | null
  /** Whoever may do it, the preferred first, with how long it takes them. Empty where the shop has nobody for it. */
  staff: readonly Readonly<{ staffId: number | null; minutes: number }>[]
  /** null where it needs none. */
  resources: readonly number[] | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  processing: { afterMinutes: number; minutes: number } | null
  seats: number
}>
