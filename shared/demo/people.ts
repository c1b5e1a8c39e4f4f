import type { ContactFields } from '../contacts/model.ts'
import type { Language } from '../settings/model.ts'
import { openingHours } from './calendar.ts'
import { dice } from './dice.ts'
import { again } from './duplicates.ts'
import { emails } from './emails.ts'
import { company, family } from './groups.ts'
import { numbers } from './numbers.ts'
import { person, type DemoPerson, type Workshop } from './person.ts'
import { phrases } from './phrases.ts'

export type DemoContact = { contact: ContactFields; createdAt: string }

/** The invented clients of a salon in Hamburg, in the order in which they came: the same ones for the same seed and count. */
export function* people(seed: number, count: number, until: Date, language: Language = 'en'): Generator<DemoContact, void, undefined> {
  const workshop: Workshop = {
    dice: dice(seed),
    numbers: numbers(),
    emails: emails(),
    phrases: phrases[language],
    until,
    thisYear: until.getUTCFullYear(),
    aside: dice(seed + 1),
  }
  const momentAt = openingHours(until)
  const recent: DemoPerson[] = []

  for (let made = 0; made < count;) {
    for (const one of arrival(workshop, recent)) {
      if (made === count) return
      recent[made % 500] = one
      yield { contact: one, createdAt: momentAt((made + workshop.dice.below(1000) / 1000) / count) }
      made++
    }
  }
}

function arrival(workshop: Workshop, recent: readonly DemoPerson[]): readonly DemoPerson[] {
  const { dice } = workshop
  if (dice.chance(0.015)) return company(workshop)
  if (dice.chance(0.015)) return family(workshop)
  if (recent.length > 20 && dice.chance(0.02)) return [again(workshop, dice.pick(recent))]
  return [person(workshop)]
}
