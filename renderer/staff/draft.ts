import type { WeekHours } from '../../shared/hours/model.ts'
import type { Service } from '../../shared/catalogue/model.ts'
import type { NewStaff, Staff } from '../../shared/staff/model.ts'
import { tagColours } from '../../shared/tags/model.ts'

/** Somebody new works when the shop is open, does all it offers, and has a colour that is free. */
export function newStaff(openingHours: WeekHours, services: readonly Service[], others: readonly Staff[], today: string): NewStaff {
  const isFree = (colour: NewStaff['colour']) => others.every(other => other.colour !== colour)
  return {
    name: '',
    colour: tagColours.find(isFree) ?? tagColours[0],
    hours: { weeks: [[...openingHours]], from: today },
    services: services.map(({ id }) => ({ serviceId: id, durationMinutes: null, price: null })),
  }
}

export const partsOf = ({ name, colour, hours, services }: Staff): NewStaff => ({ name, colour, hours, services })
