import type { Service } from '../../shared/catalogue/model.ts'
import type { Staff } from '../../shared/staff/model.ts'

type Numbers = 'durationMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes' | 'seats'
type Kept = Omit<Service, 'id' | 'archivedAt' | 'processing' | Numbers>

/** A service in its form: what has to be a number may still be empty. */
export type ServiceDraft = { -readonly [Key in keyof Kept]: Kept[Key] } & Record<Numbers, number | null> & {
    hasProcessing: boolean
    processingAfterMinutes: number | null
    processingMinutes: number | null
    staffIds: number[]
  }

export const newDraft = (staff: readonly Staff[]): ServiceDraft => ({
  ...{
    name: '',
    category: '',
    durationMinutes: 30,
    price: null,
    pricing: 'gross',
    taxRateId: null,
    colour: 'green',
    seats: 1,
    resourceKind: '',
    note: '',
  },
  ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...{ hasProcessing: false, processingAfterMinutes: 10, processingMinutes: 10 },
  staffIds: staff.map(({ id }) => id),
})

export const draftOf = ({ id, archivedAt: _archivedAt, processing, ...service }: Service, staff: readonly Staff[]): ServiceDraft => ({
  ...service,
  hasProcessing: processing !== null,
  processingAfterMinutes: processing?.afterMinutes ?? 10,
  processingMinutes: processing?.minutes ?? 10,
  staffIds: staff.filter(({ services }) => services.some(({ serviceId }) => serviceId === id)).map(({ id }) => id),
})

/** What is empty counts as nothing at all, for the main process to complain about where there has to be something. */
export const partsOf = ({ hasProcessing, processingAfterMinutes, processingMinutes, staffIds, ...service }: ServiceDraft) => ({
  ...service,
  durationMinutes: service.durationMinutes ?? 0,
  bufferBeforeMinutes: service.bufferBeforeMinutes ?? 0,
  bufferAfterMinutes: service.bufferAfterMinutes ?? 0,
  seats: service.seats ?? 1,
  processing: hasProcessing ? { afterMinutes: processingAfterMinutes ?? 0, minutes: processingMinutes ?? 0 } : null,
  staffIds: [...staffIds],
})
