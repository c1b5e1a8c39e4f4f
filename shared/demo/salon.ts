import type { NewClosure } from '../openings/model.ts'
import type { DayHours, RotatingHours, WeekHours } from '../hours/model.ts'
import type { Service } from '../catalogue/model.ts'
import type { NewResource } from '../resources/model.ts'
import type { Language } from '../settings/model.ts'
import type { TagColour } from '../tags/model.ts'

type DemoService = Omit<Service, 'id' | 'archivedAt' | 'note'>
type Extra = Partial<Pick<DemoService, 'processing' | 'bufferAfterMinutes' | 'resourceKind' | 'seats'>>

const words = {
  en: {
    ...{ hair: 'Hair', colour: 'Colour', beauty: 'Beauty', course: 'Courses', room: 'Room', first: 'Room 1', second: 'Room 2' },
    names: [
      'Cut',
      'Cut and wash',
      'Cut, child',
      'Beard trim',
      'Blow-dry',
      'Colour',
      'Balayage',
      'Highlights',
      'Facial',
      'Brows and lashes',
      'Wedding hair',
      'Make-up evening',
    ],
    ...{ delivery: 'Delivery of goods', meeting: 'Team meeting', stocktaking: 'Stocktaking' },
    waiting: ['Any Saturday morning, calls back', 'After work only'],
    reasons: ['Ill', 'Has to work', 'Child is ill'],
  },
  de: {
    ...{ hair: 'Haare', colour: 'Farbe', beauty: 'Kosmetik', course: 'Kurse', room: 'Kabine', first: 'Kabine 1', second: 'Kabine 2' },
    names: [
      'Schnitt',
      'Waschen und schneiden',
      'Kinderschnitt',
      'Bart',
      'Föhnen',
      'Farbe',
      'Balayage',
      'Strähnen',
      'Gesichtsbehandlung',
      'Brauen und Wimpern',
      'Brautfrisur',
      'Schminkabend',
    ],
    ...{ delivery: 'Warenlieferung', meeting: 'Teambesprechung', stocktaking: 'Inventur' },
    waiting: ['Samstags morgens, ruft zurück', 'Nur nach der Arbeit'],
    reasons: ['Krank', 'Muss arbeiten', 'Kind ist krank'],
  },
} as const satisfies Record<Language, unknown>

export const salonWords = (language: Language) => words[language]

const range = (...hours: string[]): DayHours =>
  hours.map(text => {
    const [from = '', to = ''] = text.split('-')
    return { from, to }
  })
const week = (...days: DayHours[]): WeekHours => days

/** Closed on Mondays, as salons are. */
const long = range('09:00-20:00')
export const demoWeek = week([], long, long, long, long, range('08:00-16:00'), [])

type DemoStaff = Readonly<{ name: string; colour: TagColour; hours: RotatingHours; does: readonly number[] }>

/** `does` counts the services below. Sofia's weeks take turns. */
export function demoStaff(monday: string): readonly DemoStaff[] {
  const whole = range('09:00-13:00', '13:45-18:00')
  const late = range('11:00-15:00', '15:30-20:00')
  const saturday = range('08:00-14:00')
  return [
    {
      name: 'Jana',
      colour: 'green',
      hours: { weeks: [week([], whole, whole, late, whole, saturday, [])], from: monday },
      does: [0, 1, 2, 4, 5, 6, 7, 10, 11],
    },
    {
      name: 'Mehmet',
      colour: 'blue',
      hours: { weeks: [week([], whole, late, whole, late, saturday, [])], from: monday },
      does: [0, 1, 2, 3, 4, 5],
    },
    {
      name: 'Sofia',
      colour: 'violet',
      hours: {
        weeks: [week([], whole, [], whole, whole, [], []), week([], whole, whole, [], whole, range('08:00-16:00'), [])],
        from: monday,
      },
      does: [0, 1, 4, 5, 8, 9, 10],
    },
  ]
}

export function demoServices(language: Language): readonly DemoService[] {
  const { names, hair, colour, beauty, course, room } = words[language]
  const one = (
    place: number,
    category: string,
    durationMinutes: number,
    price: number,
    shown: TagColour,
    extra: Extra = {},
  ): DemoService => ({
    name: names[place]!,
    ...{ category, durationMinutes, price: price * 100, pricing: 'gross', taxRateId: null, colour: shown, bufferBeforeMinutes: 0 },
    ...{ processing: null, bufferAfterMinutes: 0, resourceKind: '', seats: 1, ...extra },
  })
  return [
    one(0, hair, 45, 42, 'green'),
    one(1, hair, 60, 54, 'green'),
    one(2, hair, 30, 22, 'teal'),
    one(3, hair, 20, 18, 'teal'),
    one(4, hair, 30, 28, 'green'),
    one(5, colour, 90, 78, 'violet', { processing: { afterMinutes: 30, minutes: 30 } }),
    one(6, colour, 150, 165, 'violet', { processing: { afterMinutes: 75, minutes: 30 } }),
    one(7, colour, 120, 120, 'violet', { processing: { afterMinutes: 60, minutes: 25 } }),
    one(8, beauty, 60, 65, 'rose', { bufferAfterMinutes: 15, resourceKind: room }),
    one(9, beauty, 45, 39, 'rose', { resourceKind: room }),
    one(10, hair, 120, 180, 'copper'),
    one(11, course, 90, 25, 'amber', { seats: 6 }),
  ]
}

export const demoResources = (language: Language): readonly NewResource[] => {
  const { room, first, second } = words[language]
  return [
    { name: first, kind: room },
    { name: second, kind: room },
  ]
}

export const demoClosure = (language: Language, day: string): NewClosure => ({
  firstDay: day,
  lastDay: day,
  hours: [],
  name: words[language].stocktaking,
})
