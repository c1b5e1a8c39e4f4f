import type { TagColour } from '../tags/model.ts'

/** What shops of a kind offer as a rule, to begin with. Names and categories are texts under `catalogue.starters`. */
type Starter = Readonly<{
  name: string
  category: string
  durationMinutes: number
  colour: TagColour
  processing?: { afterMinutes: number; minutes: number }
  bufferAfterMinutes?: number
  seats?: number
}>

export const starterKinds = ['salon', 'clinic', 'studio', 'workshop'] as const
export type StarterKind = (typeof starterKinds)[number]

export const starters: Readonly<Record<StarterKind, readonly Starter[]>> = {
  salon: [
    { name: 'haircutWomen', category: 'hair', durationMinutes: 60, colour: 'teal' },
    { name: 'haircutMen', category: 'hair', durationMinutes: 30, colour: 'teal' },
    { name: 'haircutChildren', category: 'hair', durationMinutes: 30, colour: 'teal' },
    { name: 'blowDry', category: 'hair', durationMinutes: 30, colour: 'blue' },
    { name: 'colour', category: 'colour', durationMinutes: 120, colour: 'violet', processing: { afterMinutes: 45, minutes: 30 } },
    { name: 'highlights', category: 'colour', durationMinutes: 150, colour: 'violet', processing: { afterMinutes: 60, minutes: 30 } },
    { name: 'beard', category: 'hair', durationMinutes: 20, colour: 'copper' },
    { name: 'manicure', category: 'beauty', durationMinutes: 45, colour: 'rose' },
  ],
  clinic: [
    { name: 'firstVisit', category: 'consultation', durationMinutes: 45, colour: 'blue' },
    { name: 'followUp', category: 'consultation', durationMinutes: 20, colour: 'blue' },
    { name: 'treatment', category: 'treatment', durationMinutes: 30, colour: 'teal', bufferAfterMinutes: 5 },
    { name: 'longTreatment', category: 'treatment', durationMinutes: 60, colour: 'teal', bufferAfterMinutes: 10 },
    { name: 'checkUp', category: 'treatment', durationMinutes: 30, colour: 'green' },
    { name: 'phoneConsultation', category: 'consultation', durationMinutes: 15, colour: 'grey' },
  ],
  studio: [
    { name: 'trial', category: 'single', durationMinutes: 45, colour: 'amber' },
    { name: 'personalTraining', category: 'single', durationMinutes: 60, colour: 'green' },
    { name: 'massage', category: 'single', durationMinutes: 60, colour: 'rose', bufferAfterMinutes: 15 },
    { name: 'yoga', category: 'group', durationMinutes: 75, colour: 'violet', seats: 12 },
    { name: 'course', category: 'group', durationMinutes: 60, colour: 'blue', seats: 10 },
  ],
  workshop: [
    { name: 'dropOff', category: 'counter', durationMinutes: 15, colour: 'grey' },
    { name: 'estimate', category: 'counter', durationMinutes: 30, colour: 'blue' },
    { name: 'inspection', category: 'work', durationMinutes: 60, colour: 'teal' },
    { name: 'repair', category: 'work', durationMinutes: 120, colour: 'copper' },
    { name: 'wheels', category: 'work', durationMinutes: 45, colour: 'amber' },
    { name: 'pickUp', category: 'counter', durationMinutes: 15, colour: 'green' },
  ],
}
