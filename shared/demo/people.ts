import type { ContactFields } from '../contacts/model.ts'
import type { Language } from '../settings/model.ts'
import { openingHours } from './calendar.ts'
import { dice, type Dice } from './dice.ts'
import { again } from './duplicates.ts'
import { emails } from './emails.ts'
import { company, family, type Arrival, type Tie } from './groups.ts'
import { numbers } from './numbers.ts'
import { person, type DemoPerson, type Workshop } from './person.ts'
import { phrases } from './phrases.ts'

/** Places in the ties are those among all contacts; each tie comes with the later of its two. */
export type DemoContact = { contact: ContactFields; createdAt: string; ties: readonly Tie[] }

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

  const talk = dice(seed + 3)

  for (let made = 0; made < count;) {
    const { members, ties } = arrival(workshop, recent)
    const first = made
    for (const [index, one] of members.entries()) {
      if (made === count) return
      recent[made % 500] = one
      const createdAt = momentAt((made + workshop.dice.below(1000) / 1000) / count)
      const own = ties.filter(({ from, to }) => Math.max(from, to) === index)
      const placed = own.map(({ kind, from, to }) => ({ kind, from: first + from, to: first + to }))
      yield { contact: one, createdAt, ties: members.length > 1 ? placed : referral(talk, made) }
      made++
    }
  }
}

/** Some come because a friend does. */
function referral(talk: Dice, made: number): Tie[] {
  if (!talk.chance(0.02) || made < 20) return []
  return [{ kind: 'referredBy', from: made, to: made - 1 - talk.below(Math.min(made, 400)) }]
}

function arrival(workshop: Workshop, recent: readonly DemoPerson[]): Arrival {
  const { dice } = workshop
  if (dice.chance(0.015)) return company(workshop)
  if (dice.chance(0.015)) return family(workshop)
  if (recent.length > 20 && dice.chance(0.02)) return alone(again(workshop, dice.pick(recent)))
  return alone(person(workshop))
}

const alone = (one: DemoPerson): Arrival => ({ members: [one], ties: [] })
