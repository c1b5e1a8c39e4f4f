import { dice as diceOf, type Dice } from '../../shared/demo/dice.ts'
import { emails } from '../../shared/demo/emails.ts'
import { company, family } from '../../shared/demo/groups.ts'
import { numbers } from '../../shared/demo/numbers.ts'
import { person, type DemoPerson, type Workshop } from '../../shared/demo/person.ts'
import { phrases } from '../../shared/demo/phrases.ts'
import { until } from './clients-file.ts'

export type LabelledPerson = { truth: number; person: DemoPerson }

/** What a base is like: how many come twice or more, how many are families, which fields it has, how carelessly it was typed. */
export type Character = {
  records: number
  repeated: number
  families: number
  companies: number
  twins: number
  slips: number
  keep: (person: DemoPerson, dice: Dice) => DemoPerson
}

/** Invented people, some of them written down several times; the same ones for the same seed. */
export function labelledPeople(seed: number, character: Character): LabelledPerson[] {
  const dice = diceOf(seed)
  const workshop: Workshop = {
    dice,
    numbers: numbers(),
    emails: emails(),
    phrases: phrases.de,
    until,
    thisYear: until.getUTCFullYear(),
    aside: diceOf(seed + 1),
  }
  const people: LabelledPerson[] = []
  let truth = 0
  while (people.length < character.records) {
    for (const one of arrival(workshop, character)) {
      truth++
      people.push({ truth, person: character.keep(one, dice) })
      if (!dice.chance(character.repeated)) continue
      const times = 1 + (dice.chance(0.2) ? dice.below(3) : 0)
      for (let time = 0; time < times; time++) people.push({ truth, person: character.keep(rewritten(dice, one, character.slips), dice) })
    }
  }
  return shuffled(dice, people).slice(0, character.records)
}

function arrival(workshop: Workshop, { families, companies, twins }: Character): readonly DemoPerson[] {
  const { dice } = workshop
  if (dice.chance(companies)) return company(workshop).members
  if (dice.chance(families)) return family(workshop).members
  const one = person(workshop)
  if (!dice.chance(twins)) return [one]
  const other = person(workshop)
  return [one, { ...one, givenName: other.givenName, emails: other.emails, phones: one.phones.slice(0, 1) }]
}

/** The same person, by somebody else and years later: every field can have changed, or been mistyped, or been left out. */
function rewritten(dice: Dice, known: DemoPerson, slips: number): DemoPerson {
  const slip = (text: string) => (dice.chance(slips) ? mistyped(dice, text) : text)
  const again = {
    ...known,
    givenName: dice.chance(0.06) ? known.givenName.slice(0, 1) : slip(known.givenName),
    familyName: dice.chance(0.02) ? 'Neuhaus' : slip(known.familyName),
    organization: slip(known.organization),
    birthday: known.birthday && dice.chance(slips / 2) ? redated(dice, known.birthday) : known.birthday,
    phones: dice.chance(0.15)
      ? []
      : known.phones.map(phone => ({ ...phone, number: dice.chance(slips / 3) ? mistyped(dice, phone.number) : phone.number })),
    emails: dice.chance(0.2) ? [] : known.emails,
    addresses: dice.chance(0.1)
      ? []
      : known.addresses.map(address => ({ ...address, street: slip(address.street), locality: slip(address.locality) })),
  }
  return dice.chance(0.03) ? { ...again, givenName: again.familyName, familyName: again.givenName } : again
}

function mistyped(dice: Dice, text: string) {
  if (text.length < 4) return text
  const at = 1 + dice.below(text.length - 2)
  const replaced = /\d/.test(text[at]!) ? String(dice.below(10)) : 'abcdefghijklmnopqrstuvwxyz'[dice.below(26)]!
  const ways = [
    text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + text[at]! + text.slice(at),
    text.slice(0, at) + replaced + text.slice(at + 1),
  ]
  return dice.pick(ways)
}

function redated(dice: Dice, birthday: string) {
  const [year = '', month = '', day = ''] = birthday.split('-')
  if (birthday.startsWith('-')) return birthday
  return Number(day) <= 12 && dice.chance(0.5)
    ? `${year}-${day}-${month}`
    : `${year}-${month}-${String(1 + dice.below(28)).padStart(2, '0')}`
}

function shuffled<T>(dice: Dice, items: readonly T[]) {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = dice.below(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

const all = (person: DemoPerson) => person
const sparse = (person: DemoPerson, dice: Dice): DemoPerson => ({
  ...person,
  birthday: dice.chance(0.3) ? person.birthday : null,
  addresses: dice.chance(0.4) ? person.addresses : [],
  emails: dice.chance(0.5) ? person.emails : [],
})
/** A register of voters: names and homes, and little else. */
const register = (person: DemoPerson, dice: Dice): DemoPerson => ({
  ...person,
  birthday: null,
  emails: [],
  phones: dice.chance(0.3) ? person.phones.slice(0, 1) : [],
})
const nobodyTwice = { repeated: 0, families: 0.15, companies: 0.03, twins: 0.01, slips: 0 }

export const characters = (records: number): Readonly<Record<string, Character>> => ({
  'a shop': { records, repeated: 0.08, families: 0.06, companies: 0.03, twins: 0.003, slips: 0.15, keep: all },
  'a careless shop': { records, repeated: 0.3, families: 0.1, companies: 0.03, twins: 0.01, slips: 0.35, keep: all },
  'a sparse list': { records, repeated: 0.1, families: 0.06, companies: 0.03, twins: 0.003, slips: 0.15, keep: sparse },
  'a register of families': { records, repeated: 0.1, families: 0.3, companies: 0, twins: 0, slips: 0.1, keep: register },
  'nobody twice': { records, ...nobodyTwice, keep: all },
  'nobody twice, sparse': { records, ...nobodyTwice, keep: sparse },
  'nobody twice, a register': { records, ...nobodyTwice, keep: register },
})
