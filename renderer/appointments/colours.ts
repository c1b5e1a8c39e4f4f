import type { CalendarEntry, Status } from '../../shared/appointments/model.ts'
import type { Service } from '../../shared/catalogue/model.ts'
import type { Staff } from '../../shared/staff/model.ts'
import type { Tone } from '../ui/tones.ts'

export const colourings = ['service', 'staff', 'status'] as const
export type Colouring = (typeof colourings)[number]

export const statusTones = {
  booked: 'blue',
  confirmed: 'green',
  arrived: 'amber',
  inService: 'violet',
  done: 'grey',
  noShow: 'red',
  cancelled: 'quiet',
} satisfies Record<Status, Tone>

type Known = Readonly<{ services: ReadonlyMap<number, Service>; staff: ReadonlyMap<number, Staff> }>
type Part = Readonly<{ serviceId: number | null; staffId: number | null }>

export function toneOfPart(by: Colouring, entry: Pick<CalendarEntry, 'status' | 'kind'>, part: Part, { services, staff }: Known): Tone {
  if (entry.kind === 'block') return 'grey'
  if (by === 'status') return statusTones[entry.status]
  if (by === 'staff') return (part.staffId !== null && staff.get(part.staffId)?.colour) || 'grey'
  return (part.serviceId !== null && services.get(part.serviceId)?.colour) || 'grey'
}
