import type { Service } from '../catalogue/model.ts'
import { AppError } from '../errors.ts'
import type { Resource } from '../resources/model.ts'
import type { Staff } from '../staff/model.ts'
import { fold } from '../text.ts'
import type { Request } from './diary.ts'
import type { BookedService, WantedService } from './model.ts'

/** What the shop has to offer, archived things included: visits of old can still be moved. */
export type Offer = Readonly<{ services: readonly Service[]; staff: readonly Staff[]; resources: readonly Resource[] }>

const isCurrent = ({ archivedAt }: { archivedAt: string | null }) => archivedAt === null

/**
 * Whoever and whatever could do a wanted service. Where anybody would do, those with the least to do that day come first
 * (`load`), which shares the work out and leaves the gaps of the others whole.
 */
export function requestOf(wanted: WantedService, offer: Offer, load: (staffId: number) => number): Request {
  if (wanted.serviceId === null) return blockOf(wanted)
  const service = offer.services.find(({ id }) => id === wanted.serviceId)
  if (!service) throw new AppError('notFound', 'serviceGone')
  const { bufferBeforeMinutes, bufferAfterMinutes, seats, processing } = service
  const staff = whoCould(wanted, service, offer, load)
  return {
    serviceId: service.id,
    staff,
    resources: whatCould(wanted, service, offer),
    ...{ bufferBeforeMinutes, bufferAfterMinutes, seats },
    processing: processing && fitting(processing, Math.min(...staff.map(({ minutes }) => minutes))),
  }
}

function blockOf({ staffId, resourceId, durationMinutes }: WantedService): Request {
  if (durationMinutes === null) throw new AppError('invalid', 'durationMissing')
  return {
    serviceId: null,
    staff: [{ staffId, minutes: durationMinutes }],
    resources: resourceId === null ? null : [resourceId],
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, processing: null, seats: 1 },
  }
}

/** A visit that is shorter than usual has less time to wait, or none. */
const fitting = (processing: { afterMinutes: number; minutes: number }, minutes: number) =>
  processing.afterMinutes + processing.minutes < minutes ? processing : null

function whoCould(wanted: WantedService, service: Service, { staff }: Offer, load: (staffId: number) => number): Request['staff'] {
  const minutesOf = (one: Staff | undefined) => wanted.durationMinutes ?? skill(one, service)?.durationMinutes ?? service.durationMinutes
  if (wanted.staffId !== null) {
    const named = staff.find(({ id }) => id === wanted.staffId)
    if (!named) throw new AppError('notFound', 'staffGone')
    return [{ staffId: named.id, minutes: minutesOf(named) }]
  }
  const current = staff.filter(isCurrent)
  // A shop of one has no need to say who does what.
  if (current.length === 0) return [{ staffId: null, minutes: minutesOf(undefined) }]
  return current
    .filter(one => skill(one, service))
    .map(one => ({ staffId: one.id, minutes: minutesOf(one), load: load(one.id) }))
    .toSorted((a, b) => a.load - b.load)
    .map(({ staffId, minutes }) => ({ staffId, minutes }))
}

const skill = (one: Staff | undefined, service: Service) => one?.services.find(({ serviceId }) => serviceId === service.id)

function whatCould(wanted: WantedService, { resourceKind }: Service, { resources }: Offer) {
  if (wanted.resourceId !== null) return [wanted.resourceId]
  if (resourceKind === '') return null
  const kind = fold(resourceKind)
  return resources.filter(one => isCurrent(one) && fold(one.kind) === kind).map(({ id }) => id)
}

/** Whether somebody does a service: true for blocked time, and where nobody is named. */
export function isFit({ staff }: Offer, staffId: number | null, serviceId: number | null) {
  if (staffId === null || serviceId === null) return true
  return staff.some(({ id, services }) => id === staffId && services.some(one => one.serviceId === serviceId))
}

type Other = { staffId?: number | null; resourceId?: number | null; durationMinutes?: number }

/** A service that is booked, to be taken elsewhere as it is but for what is said. */
export function requestAgain(booked: BookedService, seats: number, other: Other = {}): Request {
  const minutes = other.durationMinutes ?? booked.durationMinutes
  const resourceId = other.resourceId === undefined ? booked.resourceId : other.resourceId
  return {
    serviceId: booked.serviceId,
    staff: [{ staffId: other.staffId === undefined ? booked.staffId : other.staffId, minutes }],
    resources: resourceId === null ? null : [resourceId],
    bufferBeforeMinutes: booked.bufferBeforeMinutes,
    bufferAfterMinutes: booked.bufferAfterMinutes,
    processing: booked.processing && fitting(booked.processing, minutes),
    seats,
  }
}

/** What a service costs with somebody. */
export function priceOf({ services, staff }: Offer, serviceId: number | null, staffId: number | null): number | null {
  const service = services.find(({ id }) => id === serviceId)
  if (!service) return null
  return (
    skill(
      staff.find(({ id }) => id === staffId),
      service,
    )?.price ?? service.price
  )
}
