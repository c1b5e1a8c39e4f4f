import type { CalendarEntry } from '../../shared/appointments/model.ts'
import type { Filters } from './place.ts'

const fits = (wanted: readonly unknown[], value: unknown) => wanted.length === 0 || wanted.includes(value)

/** Those that the filters let through; a cancelled one only where it is asked for. A visit of two people is shown to both. */
export const filtered = (entries: readonly CalendarEntry[], { staff, services, statuses }: Filters) =>
  entries.filter(
    entry =>
      (statuses.length === 0 ? entry.status !== 'cancelled' : statuses.includes(entry.status)) &&
      entry.services.some(part => fits(staff, part.staffId) && (entry.kind === 'block' || fits(services, part.serviceId))),
  )

export const isFiltered = ({ staff, services, statuses }: Filters) => staff.length + services.length + statuses.length > 0

/** Put in where it was not, taken out where it was. */
export const toggled = <T>(list: readonly T[], one: T) => (list.includes(one) ? list.filter(other => other !== one) : [...list, one])
